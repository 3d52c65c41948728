/** Wraps an engine in bounds, so that no fragment and no number of them can take it down. */
import type { Block } from '../document/nodes.js';
import { SanitizeError } from '../kernel/errors.js';
import { createHtmlCache } from './html-cache.js';
import { proveEngine } from './html-canaries.js';
import { type HtmlEngine, TooManyElements } from './html-engine.js';
import { checkHtmlLimits } from './html-limits.js';
import { elementToBlocks } from './html-to-document.js';
import { isSafeHtml, type SafeHtml, safeHtmlText, sealHtml } from './safe-html.js';
import type { HtmlSanitizer, SanitizeOptions } from './sanitizer-port.js';
import { createTurnBudget } from './turn-budget.js';

/** A sanitizer that is ready: its engine is loaded and has proved itself. */
export type Sanitizer = HtmlSanitizer & {
  /**
   * Sanitizes any number of fragments, in order, and lets the event loop turn every 50 or 64 kB. Errors name the place
   * of the fragment: `path.3`.
   */
  sanitizeMany(fragments: Iterable<string>, options?: SanitizeOptions): Promise<SafeHtml[]>;
};

/**
 * jsdom keeps what it parsed until the event loop turns, 0.4 kB for each character: 100 MB at these bounds.
 * https://github.com/jsdom/jsdom/issues/2583
 */
export const callLimits = { maxPerTurn: 200, maxCharsPerTurn: 262_144, turnEvery: 50, turnEveryChars: 65_536 } as const;

/** 256 fragments of 1 kB; what is larger pushes others out. */
const cacheBounds = { maxEntries: 256, maxChars: 1_000_000, sizeOf: (html: SafeHtml) => safeHtmlText(html).length };

/** Markup that still changes on the fourth reading is written to change. */
const maxRounds = 4;

type KnownBlocks = WeakMap<SafeHtml, readonly Block[]>;
type Fragment = { readonly html: string; readonly path: string };

/** Several tenants may get the same blocks, of the cache. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

/** Creates a sanitizer of an engine. @throws SanitizeError `unsupported` if the engine fails its proof */
export function createSanitizer(engine: HtmlEngine): Sanitizer {
  proveEngine(engine);
  const budget = createTurnBudget();
  const cache = createHtmlCache<SafeHtml>(cacheBounds);
  /** Made of the tree that the last reading leaves: another reading would take half as long as all the rest. */
  const blocksOf: KnownBlocks = new WeakMap();
  // DOMPurify is not re-entrant: a call from within a call would replace the outer one's state.
  let isBusy = false;

  function alone<Result>(work: () => Result): Result {
    if (isBusy) throw new TypeError('Cannot sanitize while sanitizing, expected `proxyUrl` not to call the sanitizer');
    isBusy = true;
    try {
      return work();
    } finally {
      isBusy = false;
    }
  }

  function spend(chars: number, path: string): void {
    const refuse = (actual: number, limit: number, unit: string): never => {
      const detail = `${actual} ${unit} since the event loop last turned, expected at most ${limit}. Use \`sanitizeMany\``;
      throw new SanitizeError({ reason: 'budget', path, detail });
    };
    if (budget.calls >= callLimits.maxPerTurn) refuse(budget.calls + 1, callLimits.maxPerTurn, 'fragments');
    const total = budget.chars + chars;
    if (total > callLimits.maxCharsPerTurn) refuse(total, callLimits.maxCharsPerTurn, 'characters');
    budget.spend(chars);
  }

  function sanitize(html: string, options?: SanitizeOptions): SafeHtml {
    if (typeof html !== 'string') throw new TypeError(`Cannot sanitize a ${typeof html}, expected a string of HTML`);
    const path = options?.path ?? '';
    checkHtmlLimits(html, path);
    return cache.getOrMake(html, () => {
      spend(html.length, path);
      return alone(() => cleanUntilStable(engine, blocksOf, { html, path }));
    });
  }

  return Object.freeze({
    sanitize,
    sanitizeMany: async (fragments: Iterable<string>, options?: SanitizeOptions) => {
      const sanitized: SafeHtml[] = [];
      for (const html of fragments) {
        if (budget.calls >= callLimits.turnEvery || budget.chars >= callLimits.turnEveryChars) await budget.nextTurn();
        const path = [options?.path ?? '', sanitized.length].join('.').replace(/^\./, '');
        sanitized.push(sanitize(html, { path }));
      }
      return sanitized;
    },
    toBlocks: (html: SafeHtml): readonly Block[] => {
      if (!isSafeHtml(html)) throw new TypeError('Cannot make blocks of a value, expected what `sanitize()` returned');
      return blocksOf.get(html) ?? alone(() => engine.parse(safeHtmlText(html), elementToBlocks));
    },
  });
}

/**
 * Cleans until reading the result again changes nothing. Removing an element can leave a tree that no markup stands for,
 * a paragraph inside a paragraph; who writes it out and reads it again gets another one, which is how sanitizers were
 * deceived before.
 */
function cleanUntilStable(engine: HtmlEngine, blocksOf: KnownBlocks, { html, path }: Fragment): SafeHtml {
  let current = html;
  for (let round = 0; round < maxRounds; round++) {
    const cleaned = cleanOnce(engine, current, round > 0, path);
    const [written, blocks] = engine.reread(cleaned, elementToBlocks);
    if (written === cleaned) {
      const safe = sealHtml(cleaned);
      blocksOf.set(safe, deepFreeze(blocks));
      return safe;
    }
    current = written;
  }
  const detail = `the markup changes each time it is read, expected it to settle in ${maxRounds} rounds`;
  throw new SanitizeError({ reason: 'unsupported', path, detail });
}

function cleanOnce(engine: HtmlEngine, html: string, again: boolean, path: string): string {
  try {
    return engine.clean(html, again);
  } catch (cause) {
    if (!(cause instanceof TooManyElements)) throw cause;
    throw new SanitizeError({ reason: 'too-many-tags', path, detail: cause.message, cause });
  }
}
