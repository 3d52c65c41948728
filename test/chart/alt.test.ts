import { describe, expect, it } from 'vitest';
import { chartAlt } from '../../src/chart/alt.js';
import type { Chart, ChartKind, Series } from '../../src/document/nodes.js';
import { makeLocalizer } from '../i18n/make-localizer.js';

const localizers = { en: makeLocalizer(), fr: makeLocalizer({ locale: 'fr' }), ar: makeLocalizer({ locale: 'ar' }) };

const chartOf = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays',
  categories: values.map((_, index) => `d${index}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

/** Marks of direction are another test's business, and so are no-break spaces. */
const plain = (text: string): string =>
  text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/[\u00a0\u202f]/g, ' ');
const say = (chart: Chart, locale: keyof typeof localizers = 'en', headline?: string): string =>
  plain(chartAlt(chart, localizers[locale], headline));

const falling = chartOf('line', [9, 8, 7, null, 6, 5]);

describe('descriptions', () => {
  it.each([
    [
      'en',
      'Line chart: Plays. The lowest value is 5 (d5), the highest 9 (d0), the last 5 (d5). Overall, it is falling. One value is missing.',
    ],
    [
      'fr',
      'Graphique en courbes : Plays. La valeur la plus basse est 5 (d5), la plus haute 9 (d0), la dernière 5 (d5). La tendance générale est à la baisse. 1 valeur manque.',
    ],
    [
      'ar',
      'رسم بياني خطي: Plays. أدنى قيمة هي 5 (d5)، وأعلاها 9 (d0)، وآخرها 5 (d5). الاتجاه العام هابط. قيمة واحدة مفقودة.',
    ],
  ] as const)('say extremes, the last value, the trend and gaps in %s', (locale, said) => {
    expect(say(falling, locale)).toBe(said);
  });

  it.each([
    ['en', 'Line chart, Plays: Down a third.'],
    ['fr', 'Graphique en courbes, Plays : Down a third.'],
    ['ar', 'رسم بياني خطي، Plays: Down a third.'],
  ] as const)('begin with the headline in %s', (locale, said) => {
    expect(say(falling, locale, 'Down a third').startsWith(said)).toBe(true);
  });

  it.each<[string, Chart, string]>([
    ['no values', chartOf('line', []), 'Line chart: Plays. There are no values.'],
    ['no series', chartOf('area', [], { series: [] }), 'Area chart: Plays. There are no values.'],
    ['gaps alone', chartOf('line', [null, null]), 'Line chart: Plays. There are no values.'],
    ['one value', chartOf('bar', [4]), 'Bar chart: Plays. The only value is 4.'],
    ['one value and a gap', chartOf('bar', [4, null]), 'Bar chart: Plays. The only value is 4. One value is missing.'],
    ['constant', chartOf('line', [4, 4, 4]), 'Line chart: Plays. All values are 4.'],
    ['negative', chartOf('bar', [-4, -2]), 'Bar chart: Plays. The lowest value is -4 (d0), the highest -2 (d1).'],
    [
      'no name',
      chartOf('bar', [1, 2], { categories: ['', 'b'] }),
      'Bar chart: Plays. The lowest value is 1 (–), the highest 2 (b).',
    ],
    [
      'a gauge',
      chartOf('gauge', [0.5], { style: 'percent', domain: { min: 0, max: 1 } }),
      'Gauge: Plays. The value is 50% on a scale from 0% to 100%.',
    ],
    ['a gauge without ends', chartOf('gauge', [7]), 'Gauge: Plays. The only value is 7.'],
    ['a gauge without a value', chartOf('gauge', [null]), 'Gauge: Plays. There are no values.'],
    ['a recording', chartOf('waveform', [1, 2]), 'Waveform: Plays.'],
    [
      'money',
      chartOf('pie', [1, 2], { currency: 'USD' }),
      'Pie chart: Plays. The lowest value is $1.00 (d0), the highest $2.00 (d1).',
    ],
  ])('are true of %s', (_name, chart, said) => {
    expect(say(chart)).toBe(said);
  });

  it('say the last value of bars over time, which have an order', () => {
    expect(say(chartOf('bar', [1, 2], { times: [0, 1] }))).toContain('the last 2 (d1)');
  });

  it('say what is true of three series by name, and how many more there are', () => {
    const named = (name: string, values: Series['values']): Series => ({ name, values });
    const series = [
      named('A', [1, 2]),
      named('B', [3, 3]),
      named('C', [null, 4]),
      named('D', [5, 6]),
      named('E', [5, 6]),
    ];
    expect(say(chartOf('line', [0, 0], { series }))).toBe(
      'Line chart: Plays. A: the lowest value is 1 (d0), the highest 2 (d1), the last 2 (d1). B: all values are 3. ' +
        'C: the only value is 4. One value is missing. The figures of 2 more series are in the table.',
    );
  });
});

describe('trends', () => {
  it.each<[string, readonly (number | null)[], string | undefined]>([
    ['rising', [1, 2, 3, 4, 5], 'rising'],
    ['falling', [5, 4, 3, 2, 1], 'falling'],
    ['rising with one outlier at the end', [1, 2, 3, 4, 5, 6, 7, 0], 'rising'],
    ['up and down', [1, 5, 1, 5, 1, 5], undefined],
    ['few', [1, 2, 3, 4], undefined],
    ['one step', [1, 1, 1, 1, 1, 1, 1, 2], undefined],
    ['few beside gaps', [1, null, 2, null, 3, null, 4], undefined],
    ['the largest numbers', [-1e308, -5e307, 0, 5e307, 1e308], 'rising'],
    ['many', Array.from({ length: 5000 }, (_, index) => index), 'rising'],
  ])('are said where they are clear: %s', (_name, values, word) => {
    const said = say(chartOf('line', values));
    if (word === undefined) expect(said).not.toContain('Overall');
    else expect(said).toContain(`Overall, it is ${word}.`);
  });

  it('do not follow from values that may still change', () => {
    const values = [5, 5.1, 5, 5.1, 5, 4, 3, 2, 1];
    expect(say(chartOf('line', values))).toContain('falling');
    const series = [{ name: 'Plays', values, provisionalFrom: 5 }];
    expect(say(chartOf('line', values, { series }))).not.toContain('Overall');
  });

  it('are not said of categories, which have no direction', () => {
    expect(say(chartOf('bar', [1, 2, 3, 4, 5]))).not.toContain('Overall');
  });
});
