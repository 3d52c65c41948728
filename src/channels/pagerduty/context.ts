/** The state of rendering one event: who reads, where in the document we are, what stands beside the details. */
import type { DateInline } from '../../document/nodes.js';
import type { ValuePrinter } from '../../document/plain-text.js';
import type { Localizer } from '../../i18n/localizer.js';
import type { Diagnostic, DiagnosticCode, Unit } from '../../kernel/diagnostics.js';
import { fitText } from '../../kernel/fit.js';
import { type Reported, wasReported } from '../../kernel/reported.js';
import { cleanSentence } from '../../sanitize/sentence.js';
import type { PagerDutyTenantOptions } from '../../tenant/pagerduty-options.js';
import type { RenderContext } from '../../tenant/render-context.js';
import type { PagerDutyImage, PagerDutyLink } from './payload.js';

export type PagerDutyContext = {
  readonly render: RenderContext;
  readonly localizer: Localizer;
  readonly options: PagerDutyTenantOptions;
  readonly print: ValuePrinter;
  readonly links: PagerDutyLink[];
  readonly images: PagerDutyImage[];
  /** A change event has no place for images. */
  readonly takesImages: boolean;
  readonly reported: Reported;
  /** No less than the bytes of all that was written, so that most events need not be measured. */
  bytesAtMost: number;
  /** Where in the input the block being read comes from. */
  path: string;
};

/** Names, punctuation and numbers that stand around the texts of an event. */
const frameBytes = 2000;

/** Quotes, colon, comma and indentation by nothing: what a text or a number brings along. */
const leafBytes = 32;

/** Clean text holds no control but LF and TAB: three bytes a unit is the most that JSON in UTF-8 makes of it. */
const maxBytesPerUnit = 3;

/** Starts an event. */
export function createPagerDutyContext(
  render: RenderContext,
  options: PagerDutyTenantOptions,
  takesImages: boolean,
): PagerDutyContext {
  const { localizer, nowMs } = render;
  let last: { readonly value: number; readonly style: DateInline['style']; readonly text: string } | undefined;
  return {
    render,
    localizer,
    options,
    links: [],
    images: [],
    takesImages,
    reported: new Map(),
    bytesAtMost: frameBytes,
    path: '',
    print: {
      number: (node) => localizer.number(node.value, node),
      money: (node) => localizer.money(node.amount, node.currency, node.maxFractionDigits),
      date: ({ value, style = 'datetime' }) => {
        if (style === 'relative' && nowMs !== undefined) return localizer.relative(value, nowMs);
        const lasting = style === 'relative' ? 'datetime' : style;
        // An alert names its start more than once, and a date costs a microsecond.
        if (last?.value !== value || last.style !== lasting) {
          last = { value, style: lasting, text: localizer.date(value, lasting) };
        }
        return last.text;
      },
      duration: (node) => localizer.duration(node.durationMs),
      mention: (node) => node.ref,
    },
  };
}

/** Reports a reason once a path. */
export function report(
  context: PagerDutyContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit } = {},
): void {
  if (wasReported(context.reported, message, path)) return;
  const severity: Diagnostic['severity'] = code === 'truncated' || code === 'dropped' ? 'warning' : 'info';
  context.render.diagnostics.push({ code, severity, path, message, ...numbers });
}

/** Counts a number or a mark. */
export function countLeaf(context: PagerDutyContext): void {
  context.bytesAtMost += leafBytes;
}

function countText(context: PagerDutyContext, text: string): void {
  context.bytesAtMost += text.length * maxBytesPerUnit + leafBytes;
}

/** Printable ASCII and line breaks: nothing to clean. */
const special = /[^\n\x20-\x7e]/;

/** Below this length a loop is several times faster than the call into the regular expression engine. */
const shortChars = 24;

/** Tells whether a text has a character that needs a closer look. */
function isSpecial(text: string): boolean {
  if (text.length > shortChars) return special.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7e || (code < 0x20 && code !== 0x0a)) return true;
  }
  return false;
}

/** Not ` *\n`, which would look at each blank of a long run once for every other. */
const gaps = /[ \n\t]+/g;
const breaks = /[\n\t]/;

/** Removes from a text what must never be shown, and says so. */
export function clean(context: PagerDutyContext, raw: string): string {
  countText(context, raw);
  if (!isSpecial(raw)) return raw;
  const text = cleanSentence(raw);
  if (text !== raw) report(context, 'sanitized', context.path, 'Control or direction characters were removed');
  return text;
}

/** Tells whether a text is short and one line of printable ASCII without a blank at an end, as nearly all names are. */
function isPlainName(text: string): boolean {
  if (text.length > shortChars || text.charCodeAt(0) === 0x20 || text.charCodeAt(text.length - 1) === 0x20)
    return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/** The same for what stands on one line. */
export function cleanOneLine(context: PagerDutyContext, raw: string): string {
  if (isPlainName(raw)) {
    countText(context, raw);
    return raw;
  }
  const text = clean(context, raw);
  if (!text.includes('\n') && !text.includes('\t')) return text.trim();
  return text.replace(gaps, (gap) => (breaks.test(gap) ? ' ' : gap)).trim();
}

/** The same for a name, which nobody needs whole to know what it names. */
export function cleanName(context: PagerDutyContext, raw: string, maxChars: number, path = context.path): string {
  const line = cleanOneLine(context, raw);
  const { text, cut } = fitText(line, maxChars);
  if (cut > 0) {
    const numbers = { limit: maxChars, actual: line.length, unit: 'utf16' } as const;
    report(context, 'truncated', path, 'A text was cut', numbers);
  }
  return text;
}
