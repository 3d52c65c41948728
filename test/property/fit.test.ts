import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FitOptions, fitText, splitText } from '../../src/kernel/fit.js';
import { maxClusterUnits } from '../../src/kernel/graphemes.js';
import { escapeWith, mrkdwnEscapes } from '../../src/sanitize/escape.js';

const samplesUrl = new URL('../../../shared/data/injection-samples.json', import.meta.url);
const hasSamples = existsSync(samplesUrl);

const pieces = [
  ...[
    'a',
    'b',
    ' ',
    '\n',
    '\r\n',
    '&',
    '<',
    '>',
    'é',
    '漢',
    '🔥',
    'e\u0301',
    'ก\u0e33',
    'क्ष',
    '각',
    '\u1112\u1161\u11ab',
  ],
  ...[
    '🇫🇷',
    '🇩',
    '👨‍👩‍👧',
    '👍🏽',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '\u200d',
    '\u0301',
    '\ufe0f',
  ],
  ...[
    '\u0600',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u2069',
    '\ud83d',
    '\udd25',
    '&amp;',
    '<@U1>',
    '<https://a.example|b c>',
  ],
];
const isolates = /[\u2066-\u2069]/g;
const markup = /<[^<>\n]+>|&(?:amp|lt|gt);/g;

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 60 }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 60 }),
);
/** Clusters and runs around the size of the window, where boundaries have to be found from a part of the text. */
const longRuns = fc
  .array(
    fc.record({
      unit: fc.constantFrom('\u0301', '👩\u200d', '🇫🇷', '🇩', 'क्', '\u2068', 'a', '👍🏽', '\u0600', '\u11ab'),
      count: fc.nat({ max: 300 }),
      end: fc.constantFrom('', 'a', ' ', '\n', '👩', 'क'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) => runs.map(({ unit, count, end }) => unit.repeat(count) + end).join(''));

const unit = fc.constantFrom('utf16', 'codepoint', 'byte' as const);
const cost = fc.constantFrom(undefined, mrkdwnEscapes.cost);
const max = fc.integer({ min: 5, max: 120 });

const optionsOf = (options: { [Key in keyof FitOptions]: FitOptions[Key] | undefined }): FitOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** Counts with the encoders of the platform, after really escaping. */
function size(text: string, options: FitOptions): number {
  const written = options.cost === undefined ? text : escapeWith(mrkdwnEscapes, text);
  if (options.unit === 'byte') return Buffer.byteLength(written, 'utf8');
  return options.unit === 'codepoint' ? [...written].length : written.length;
}

/** Initiators of the isolates that are open at the end of a text. */
function openIsolates(text: string): string[] {
  const open: string[] = [];
  for (const [control] of text.matchAll(isolates)) {
    if (control === '\u2069') open.pop();
    else open.push(control);
  }
  return open;
}

/** Finds how much of the text was kept, from the result alone. */
function keptLength(text: string, result: string, marker: string): number {
  if (result === text) return text.length;
  const body = result.endsWith(marker) ? result.slice(0, result.length - marker.length) : result;
  for (let length = body.length; length >= 0; length--) {
    const prefix = text.slice(0, length);
    if (prefix + '\u2069'.repeat(openIsolates(prefix).length) === body) return length;
  }
  throw new Error(`Not the beginning of the text with its isolates closed: ${JSON.stringify({ text, result })}`);
}

/**
 * Finds how much of the text a part holds, without the isolates closed at its end. Whether a U+2069 there was added or
 * comes from the text shows in how the next part begins.
 */
function partLength(text: string, from: number, body: string, nextPart: string): number {
  for (let length = body.length; length >= 0; length--) {
    const to = from + length;
    const open = openIsolates(text.slice(0, to));
    const isBody = text.slice(from, to) + '\u2069'.repeat(open.length) === body;
    if (isBody && nextPart.startsWith(open.join('') + text.slice(to, to + 20))) return length;
  }
  throw new Error(`Not a piece of the text with its isolates closed: ${JSON.stringify({ text, from, body })}`);
}

function expectBoundary(text: string, at: number): void {
  const isInsidePair = /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at));
  expect(isInsidePair).toBe(false);
  const cluster = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text).containing(at);
  if (cluster !== undefined && cluster.index !== at) expect(cluster.segment.length).toBeGreaterThan(maxClusterUnits);
}

describe('fitText', () => {
  it('is never over the limit and says how much it cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, longRuns),
        fc.integer({ min: 0, max: 120 }),
        unit,
        cost,
        (text, limit, unit, cost) => {
          const options = optionsOf({ unit, cost });
          const fit = fitText(text, limit, options);
          expect(size(fit.text, options)).toBeLessThanOrEqual(limit);
          const kept = text.slice(0, keptLength(text, fit.text, '…'));
          expect(fit.cut).toBe(size(text, options) - size(kept, options));
          expect(fit.cut === 0).toBe(size(text, options) <= limit);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('cuts between clusters only, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, longRuns),
        fc.integer({ min: 1, max: 2000 }),
        unit,
        cost,
        (text, limit, unit, cost) => {
          const fit = fitText(text, limit, optionsOf({ unit, cost }));
          expectBoundary(text, keptLength(text, fit.text, '…'));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('wastes at most the cluster that did not fit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '🔥', 'é', '🇫🇷', '&'), maxLength: 60 }),
        max,
        unit,
        cost,
        (text, limit, unit, cost) => {
          const options = optionsOf({ unit, cost });
          const fit = fitText(text, limit, options);
          if (fit.cut === 0) return;
          const kept = keptLength(text, fit.text, '…');
          const next = new Intl.Segmenter('en').segment(text).containing(kept)?.segment ?? '';
          expect(size(`${fit.text}${next}`, options)).toBeGreaterThan(limit);
        },
      ),
    );
  });

  it('shows no less with a higher limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, longRuns),
        fc.integer({ min: 3, max: 900 }),
        fc.integer({ min: 1, max: 300 }),
        unit,
        cost,
        (text, limit, more, unit, cost) => {
          const options = optionsOf({ unit, cost, atoms: cost === undefined ? markup : undefined });
          const low = fitText(text, limit, options);
          const high = fitText(text, limit + more, options);
          expect(keptLength(text, high.text, '…')).toBeGreaterThanOrEqual(keptLength(text, low.text, '…'));
          expect(high.cut).toBeLessThanOrEqual(low.cut);
        },
      ),
      { numRuns: 1000 },
    );
  });

  // Where one block of the window ends and the next begins is left to chance above.
  it.each(['\u0301', '👩\u200d', '🇫🇷', 'क्', '\u0600', '👍🏽', 'a\u0301\u0301'])(
    'shows no less at any limit: a run of %j',
    (unit) => {
      const text = `a${unit.repeat(5 * maxClusterUnits)}`;
      let shown = 0;
      for (let limit = 1; limit <= 4 * maxClusterUnits + 2; limit++) {
        const kept = keptLength(text, fitText(text, limit).text, '…');
        expect(kept).toBeGreaterThanOrEqual(shown);
        shown = kept;
      }
    },
  );

  it('never cuts inside an atom', () => {
    fc.assert(
      fc.property(anyText, fc.nat(120), unit, (text, limit, unit) => {
        const fit = fitText(text, limit, { unit, atoms: markup });
        const at = keptLength(text, fit.text, '…');
        for (const atom of text.matchAll(markup)) {
          expect(atom.index < at && at < atom.index + atom[0].length).toBe(false);
        }
        expectBoundary(text, at);
      }),
    );
  });

  it('gives the same result whether it has to read the text or not', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, longRuns), fc.nat(600), (text, limit) => {
        expect(fitText(text, limit, { cost: {} })).toEqual(fitText(text, limit));
        if (limit >= 2) expect(splitText(text, limit, { cost: {} })).toEqual(splitText(text, limit));
      }),
    );
  });
});

describe('splitText', () => {
  it('loses nothing, stays within the limit and cuts between clusters', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, longRuns),
        fc.integer({ min: 6, max: 900 }),
        unit,
        cost,
        (text, limit, unit, cost) => {
          const options = optionsOf({ unit, cost });
          const parts = splitText(text, limit, options);
          for (const part of parts) expect(size(part, options)).toBeLessThanOrEqual(limit);
          expect(parts.join('').replace(isolates, '')).toBe(text.replace(isolates, ''));
          if (!/[\u2066-\u2069]/.test(text)) expect(parts.join('')).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('joins to the text without the closing and opening isolates it added', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 150, max: 400 }), (text, limit) => {
        const long = `${text}\u2067${'word '.repeat(120)}${text}`;
        const parts = splitText(long, limit);
        let joined = '';
        for (const [index, part] of parts.entries()) {
          const opening = openIsolates(joined).join('');
          expect(part.startsWith(opening)).toBe(true);
          const body = part.slice(opening.length);
          const nextPart = parts[index + 1];
          joined += nextPart === undefined ? body : body.slice(0, partLength(long, joined.length, body, nextPart));
        }
        expect(joined).toBe(long);
      }),
    );
  });

  it('cuts clusters and atoms only when they are larger than a part', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...pieces.filter((piece) => !/[\u2066-\u2069]/.test(piece))),
          maxLength: 80,
        }),
        fc.integer({ min: 40, max: 120 }),
        (text, limit) => {
          const boundaries = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
          let at = 0;
          for (const part of splitText(text, limit, { atoms: markup }).slice(0, -1)) {
            at += part.length;
            const atom = [...text.matchAll(markup)].find(
              ({ index, 0: match }) => index < at && at < index + match.length,
            );
            if (atom !== undefined) expect(atom[0].length).toBeGreaterThan(limit);
            const cluster = new Intl.Segmenter('en').segment(text).containing(at)?.segment ?? '';
            if (!boundaries.has(at)) expect(cluster.length).toBeGreaterThan(limit);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

type Sample = {
  /** A text, a template's syntax tree, or nothing where a generator says how to build it. */
  payload: unknown;
  generator?: { prefix?: string; open?: string; times: number; tail?: string; close?: string; suffix?: string };
};

function payloadOf({ payload, generator }: Sample): string {
  if (generator === undefined) return typeof payload === 'string' ? payload : JSON.stringify(payload);
  const { prefix = '', open = '', times, tail = '', close = '', suffix = '' } = generator;
  return prefix + open.repeat(times) + tail + close.repeat(times) + suffix;
}

describe.skipIf(!hasSamples)('injection samples', () => {
  const entries: Sample[] = hasSamples ? JSON.parse(readFileSync(samplesUrl, 'utf8')).entries : [];

  it('fit and split at any limit', () => {
    expect(entries.length).toBeGreaterThan(0);
    for (const payload of entries.map(payloadOf)) {
      for (const limit of [5, 17, 64]) {
        const options: FitOptions = { unit: 'byte', cost: mrkdwnEscapes.cost };
        const fit = fitText(payload, limit, options);
        expect(size(fit.text, options)).toBeLessThanOrEqual(limit);
        const parts = splitText(payload, limit, options);
        expect(parts.every((part) => size(part, options) <= limit)).toBe(true);
        expect(parts.join('').replace(isolates, '') === payload.replace(isolates, '')).toBe(true);
      }
    }
  });
});
