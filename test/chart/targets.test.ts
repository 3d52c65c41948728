import { describe, expect, it } from 'vitest';
import {
  thin,
  toAltText,
  toBars,
  toEcharts,
  toSparkline,
  toSvg,
  toTable,
  toVegaLite,
} from '../../src/chart/targets.js';
import type { Chart } from '../../src/document/nodes.js';
import { ar } from '../../src/generated/locales/ar.js';
import { en } from '../../src/generated/locales/en.js';
import { fr } from '../../src/generated/locales/fr.js';
import { ConfigInvalidError, InputInvalidError, OptionsInvalidError } from '../../src/kernel/errors.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { goldenCharts } from './golden-charts.js';

const config = { tenantId: 'label_42', locales: [en, fr, ar] };
const tenant = createTenantContext(config);
const charts = goldenCharts('en').map(([kind, chart]) => [kind, deepFreeze(chart)] as const);
const plays: Chart = {
  type: 'chart',
  kind: 'line',
  title: 'Plays',
  alt: 'Plays rise',
  categories: ['Mon', 'Tue'],
  series: [{ name: 'Plays', values: [1, 1234.5] }],
};

const checked = [
  ['toSvg', toSvg],
  ['toVegaLite', toVegaLite],
  ['toEcharts', toEcharts],
  ['toAltText', toAltText],
] as const;

describe.each(checked)('%s', (_name, convert) => {
  it.each(charts)('takes a configuration or a context, and gives the same for the same %s', (_kind, chart) => {
    const first = convert(chart, tenant);
    expect(convert(chart, config)).toEqual(first);
    expect(convert(chart, tenant)).toEqual(first);
    expect(structuredClone(first)).toEqual(first);
  });

  it.each<[string, object]>([
    ['a kind that is none', { kind: 'donut' }],
    ['a value that is not finite', { series: [{ name: 'a', values: [1, Number.NaN] }] }],
    ['fewer values than categories', { series: [{ name: 'a', values: [1] }] }],
    ['times out of order', { times: [2, 1] }],
    ['ends in the wrong order', { domain: { min: 1, max: 0 } }],
    ['a member it does not know', { onClick: 'alert(1)' }],
  ])('refuses %s', (_reason, members) => {
    expect(() => convert({ ...plays, ...members } as Chart, tenant)).toThrow(InputInvalidError);
  });

  it('refuses a tenant without languages, and a zone that is none', () => {
    expect(() => convert(plays, { tenantId: 'x' })).toThrow(ConfigInvalidError);
    expect(() => convert(plays, tenant, { timeZone: 'Mars/Base' })).toThrow(OptionsInvalidError);
  });
});

describe('the language of a call', () => {
  it('prints numbers and words, and sets the direction', () => {
    expect(toSvg(plays, tenant)).toContain('>1,234.5</text>');
    expect(toSvg(plays, tenant, { locale: 'fr' })).toMatch(/>1[\u202f\u00a0]234,5<\/text>/);
    expect(toSvg({ ...plays, series: [] }, tenant, { locale: 'ar' })).toContain('لا توجد قيم');
    expect(toAltText(plays, tenant, { locale: 'fr' })).toContain('La valeur la plus basse');
    expect(toAltText(plays, tenant, { headline: 'Up' })).toContain(': Up.');
  });

  it('turns axes of categories round, and never those of time', () => {
    const days = { ...plays, times: [0, 86_400_000] };
    const reversed = (chart: Chart): string => JSON.stringify(toEcharts(chart, tenant, { locale: 'ar' }).yAxis);
    expect(reversed(plays)).toContain('"right"');
    expect(reversed(days)).toContain('"left"');
  });
});

describe('what needs no tenant', () => {
  it('draws the series that is asked for, and nothing where there is none', () => {
    const two = { ...plays, series: [...plays.series, { name: 'b', values: [2, 1] }] };
    expect([toSparkline(two), toSparkline(two, { series: 1 }), toSparkline(two, { series: 9 })]).toEqual([
      '▁█',
      '█▁',
      '',
    ]);
  });

  it('gives bars, a table and fewer points as plain data', () => {
    expect(toBars(plays).rows.map(({ label }) => label)).toEqual(['Mon', 'Tue']);
    expect(toTable(plays).columns.map(({ label }) => label)).toEqual(['', 'Plays']);
    expect(toTable(plays).rows[1]).toEqual([[{ type: 'text', value: 'Tue' }], [{ type: 'number', value: 1234.5 }]]);
    expect(thin(plays, 1)).toMatchObject({ kept: 1, total: 2, chart: { categories: ['Tue'] } });
  });

  it('leaves cells of gaps empty', () => {
    expect(toTable({ ...plays, series: [{ name: 'a', values: [null, 1] }] }).rows[0]?.[1]).toEqual([]);
  });
});
