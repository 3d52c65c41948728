import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRtl, isolate, stripIsolates } from '../../src/i18n/bidi.js';
import { makeLocalizer } from './make-localizer.js';

// The declarations of the package are those of its ESM build only.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** The text as it is drawn, left to right, without the invisible characters. */
function visualOrder(text: string, direction: 'ltr' | 'rtl'): string {
  const levels = bidi.getEmbeddingLevels(text, direction);
  return bidi.getReorderedString(text, levels).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1;
    if (character === '\u2069') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/[\u202a-\u202e]/.test(text);
}

describe('isolate', () => {
  it.each([
    ['خطأ في ', '/var/log/app.log', 'var/log/app.log/'],
    ['القيمة ', '-5%', '%5-'],
    ['من ', '10-20', '20-10'],
    ['التاريخ ', '2025-01-05', '05-01-2025'],
    ['اتصل ', '+1 (555) 010-9999', '9999-010 (555) 1+'],
  ])(
    'draws in right-to-left text after %j the value %s in order, which is drawn %s without',
    (before, value, broken) => {
      expect(visualOrder(`${before}${value}`, 'rtl')).toContain(broken);
      expect(visualOrder(`${before}${isolate(value, 'rtl', 'ltr')}`, 'rtl')).toContain(value);
      expect(visualOrder(`${before}${isolate(value, 'rtl')}`, 'rtl')).toContain(value);
    },
  );

  it('keeps a path and what follows it apart', () => {
    expect(visualOrder(`خطأ في ${isolate('/var/log/app.log', 'rtl', 'ltr')} (500)`, 'rtl')).toContain(
      '(500) /var/log/app.log',
    );
  });

  it('keeps a number behind a right-to-left name in left-to-right text', () => {
    expect(visualOrder('אבג 3 alerts', 'ltr')).toBe('3 גבא alerts');
    expect(visualOrder(`${isolate('אבג', 'ltr')} 3 alerts`, 'ltr')).toBe('גבא 3 alerts');
  });

  it('keeps two right-to-left names in their order in left-to-right text', () => {
    expect(visualOrder('אב, גד', 'ltr')).toBe('דג ,בא');
    expect(visualOrder(`${isolate('אב', 'ltr')}, ${isolate('גד', 'ltr')}`, 'ltr')).toBe('בא, דג');
  });

  it('draws a stray end of isolate harmless', () => {
    const text = `${isolate('אב\u2069 x', 'ltr')} 3 alerts`;
    expect(isBalanced(text)).toBe(true);
    expect(visualOrder(text, 'ltr')).toMatch(/ 3 alerts$/);
  });

  it('removes overrides, so nothing is drawn backwards', () => {
    expect(visualOrder('Pay to \u202emoc.live', 'ltr')).toContain('evil.com');
    expect(isolate('Pay to \u202emoc.live', 'ltr')).toBe('Pay to moc.live');
  });

  it.each([
    ['ltr', 'High error rate'],
    ['ltr', '/var/log/app.log (500)'],
    ['ltr', 'Größe 5 €, 日本語, हिन्दी, 🙂'],
    ['ltr', ''],
    ['rtl', 'قرص ممتلئ'],
    ['rtl', ''],
  ] as const)('adds nothing in %s text to %j', (dir, value) => {
    expect(isolate(value, dir)).toBe(value);
    expect(isolate(value, dir, 'ltr')).toBe(value);
  });

  it.each([
    ['ltr', 'قرص', 'text', '\u2068قرص\u2069'],
    ['ltr', 'https://example.com/قرص', 'ltr', '\u2066https://example.com/قرص\u2069'],
    ['ltr', 'a\u200fb', 'text', '\u2068a\u200fb\u2069'],
    ['rtl', 'disk', 'text', '\u2068disk\u2069'],
    ['rtl', 'disk', 'ltr', '\u2066disk\u2069'],
    ['rtl', '12', 'text', '\u206812\u2069'],
    ['rtl', 'قرص 12', 'text', '\u2068قرص 12\u2069'],
    ['rtl', '\u2068a\u2069', 'text', '\u2068a\u2069'],
    ['rtl', '\u2068a\u2069\u2068b\u2069', 'text', '\u2068\u2068a\u2069\u2068b\u2069\u2069'],
    ['rtl', '\u2068\u2068a', 'text', '\u2068a\u2069'],
    ['rtl', '\u2069a\u2068', 'text', '\u2068a\u2069'],
    ['ltr', '\u2068\u2069\u2069', 'text', ''],
    ['ltr', '\u{1e900}', 'text', '\u2068\u{1e900}\u2069'],
  ] as const)('in %s text makes of %j as %s: %j', (dir, value, kind, expected) => {
    expect(isolate(value, dir, kind)).toBe(expected);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      'a',
      '1',
      ' ',
      '-',
      '%',
      'ا',
      'א',
      '(',
      '\u200e',
      '\u200f',
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202e',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ),
    maxLength: 30,
  });

  it('never lets a value reach the text around it', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('ltr' as const, 'rtl' as const),
        fc.constantFrom('text' as const, 'ltr' as const),
        (value, dir, kind) => {
          const inserted = isolate(value, dir, kind);
          expect(isBalanced(inserted)).toBe(true);
          expect(isolate(inserted, dir, kind)).toBe(inserted);
          const [before, after] = dir === 'ltr' ? ['abc ', ' def'] : ['قبل ', ' بعد'];
          const drawn = visualOrder(`${before}${inserted}${after}`, dir);
          const [left, right] =
            dir === 'ltr' ? [before, after] : [after, before].map((text) => visualOrder(text, 'rtl'));
          if (!/^[a1 \-%(]*$/.test(value)) return;
          expect(drawn.startsWith(left ?? '')).toBe(true);
          expect(drawn.endsWith(right ?? '')).toBe(true);
        },
      ),
    );
  });

  it('frames what is isolated so that the text around keeps its place', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const drawn = visualOrder(`abc ${isolate(`א${value}`, 'ltr')} def`, 'ltr');
        expect(drawn.startsWith('abc ')).toBe(true);
        expect(drawn.endsWith(' def')).toBe(true);
      }),
    );
  });
});

describe('messages', () => {
  it.each(['/var/log/app.log', '-5%', '10-20', '2025-01-05', '+1 (555) 010-9999'])(
    'draw %s in order in Arabic',
    (title) => {
      const text = makeLocalizer({ locale: 'ar' }).t('alert.summary.firing', { severity: 'حرج', title });
      expect(visualOrder(text, 'rtl')).toContain(title);
    },
  );
});

describe('hasRtl', () => {
  it.each(['א', 'a ب', '\u200f', '\u061c', '\u{10900}', '\ufefc'])('finds it in %j', (text) => {
    expect(hasRtl(text)).toBe(true);
  });
  it.each(['', 'abc 123', '日本語', '\u200e', '\u2068x\u2069', '🙂'])('does not find it in %j', (text) => {
    expect(hasRtl(text)).toBe(false);
  });
});

describe('stripIsolates', () => {
  it('removes isolates and nothing else', () => {
    expect(stripIsolates('\u2068a\u2069 \u2066b\u2069 \u2067c\u2069\u200f')).toBe('a b c\u200f');
  });
});
