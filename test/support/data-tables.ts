/** Tables with cells of every kind, for whatever writes them as data. */
import fc from 'fast-check';
import type { Inline, Table } from '../../src/document/nodes.js';
import { anyText, anyUrl } from '../property/arbitraries/text.js';

/** A cell with a text. */
export const text = (value: string): Inline[] => [{ type: 'text', value }];

const day = Date.UTC(2026, 6, 1);

const countries: Readonly<Record<'en' | 'fr' | 'ar', readonly string[]>> = {
  en: ['France', 'Tunisia', 'Germany'],
  fr: ['France', 'Tunisie', 'Allemagne, Est'],
  ar: ['فرنسا', 'تونس', 'ألمانيا (الشرق)'],
};

const labels: Readonly<Record<'en' | 'fr' | 'ar', readonly string[]>> = {
  en: ['Country', 'Revenue', 'Share', 'Latency', 'Day', 'Updated', 'Listened', 'Page', 'Change'],
  fr: ['Pays', 'Revenus', 'Part', 'Latence', 'Jour', 'Mise à jour', 'Écoute', 'Page', 'Évolution'],
  ar: ['البلد', 'الإيرادات', 'الحصة', 'زمن الاستجابة', 'اليوم', 'آخر تحديث', 'مدة الاستماع', 'الصفحة', 'التغير'],
};

/** One row a country, one column a kind of value. */
export function countryTable(locale: 'en' | 'fr' | 'ar'): Table {
  const rows = countries[locale].map((country, index): Inline[][] => [
    text(country),
    [{ type: 'money', amount: `${1_204_551 - index * 1000}.50`, currency: 'EUR' }],
    [{ type: 'number', value: 0.4512 / (index + 1), style: 'percent' }],
    [{ type: 'number', value: 12.5 * index, unit: 'ms' }],
    [{ type: 'date', value: day + index * 86_400_000, style: 'day' }],
    [{ type: 'date', value: day + index * 86_400_000 + 34_215_000 }],
    [{ type: 'duration', durationMs: 3_725_000 * (index + 1) }],
    [{ type: 'link', url: `https://stats.example.com/${index}?a=1&b=2`, children: text(country) }],
    [{ type: 'number', value: -3 + index * 3, sign: 'always' }],
  ]);
  return { type: 'table', path: 'countries', columns: labels[locale].map((label) => ({ label })), rows };
}

const decimal = fc.tuple(fc.boolean(), fc.bigInt(0n, 10n ** 20n), fc.nat(9)).map(([isNegative, units, scale]) => {
  const digits = units.toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return (isNegative ? '-' : '') + (scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`);
});

const finite = fc.double({ noDefaultInfinity: true, noNaN: true });

const currency = fc.constantFrom('EUR', 'JPY', 'TND', 'XAU', 'ZZZ', 'not a code');

/** A cell of any kind, hostile ones among them. */
const anyCell: fc.Arbitrary<Inline[]> = fc.oneof(
  { arbitrary: anyText(20).map(text), weight: 6 },
  { arbitrary: fc.constantFrom<Inline[]>([]), weight: 1 },
  {
    arbitrary: fc
      .record({ type: fc.constant('number' as const), value: fc.oneof(finite, fc.integer(), decimal) })
      .map((node): Inline[] => [node]),
    weight: 2,
  },
  {
    arbitrary: fc.tuple(finite, anyText(6)).map(([value, unit]): Inline[] => [{ type: 'number', value, unit }]),
    weight: 1,
  },
  { arbitrary: finite.map((value): Inline[] => [{ type: 'number', value, style: 'percent' }]), weight: 1 },
  {
    arbitrary: fc
      .tuple(decimal, currency)
      .map(([amount, code]): Inline[] => [{ type: 'money', amount, currency: code }]),
    weight: 1,
  },
  {
    arbitrary: fc
      .tuple(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.constantFrom('day' as const, 'datetime' as const))
      .map(([value, style]): Inline[] => [
        { type: 'date', value: style === 'day' ? Math.floor(value / 86_400_000) * 86_400_000 : value, style },
      ]),
    weight: 1,
  },
  { arbitrary: fc.integer().map((durationMs): Inline[] => [{ type: 'duration', durationMs }]), weight: 1 },
  {
    arbitrary: fc
      .tuple(anyUrl, anyText(10))
      .map(([url, label]): Inline[] => [{ type: 'link', url, children: text(label) }]),
    weight: 1,
  },
  {
    arbitrary: fc
      .tuple(anyText(8), finite)
      .map(([before, value]): Inline[] => [...text(before), { type: 'number', value }]),
    weight: 1,
  },
);

/** A table of texts and nothing else. */
export const textTable: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(
      anyText(12).map((label) => ({ label })),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(anyText(24).map(text), { minLength: width, maxLength: width }), { maxLength: 5 }),
  }),
);

/** A table of anything. */
export const anyTable: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: anyText(50),
    columns: fc.array(
      anyText(12).map((label) => ({ label })),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
);
