import { describe, expect, it } from 'vitest';
import type { Block, Chart, Document } from '../../../src/document/nodes.js';
import { createFormatter } from '../../contract/formatter-of.js';
import { chartKinds, chartKindsPage, chartOfKind } from '../../fixtures/alerts/chart-kinds.js';
import { attribute, type Element, elementsOf, textOf } from '../../support/html-tree.js';

type Payload = { html: string; headers: Record<string, string> };

const formatters = {
  ltr: createFormatter('html', { tenantId: 'label_42' }),
  rtl: createFormatter('html', { tenantId: 'label_42', locale: 'ar' }),
} as const;

const documentOf = (dir: Document['dir'], ...children: Block[]): Document => ({
  type: 'document',
  locale: dir === 'rtl' ? 'ar' : 'en',
  dir,
  title: 'Report',
  meta: {},
  children,
});

const format = (dir: Document['dir'], ...children: Block[]) =>
  formatters[dir].format(documentOf(dir, ...children) as never);
const pageOf = (chart: Chart, dir: Document['dir'] = 'ltr'): string => (format(dir, chart).payload as Payload).html;

const named = (html: string, name: string): Element[] => elementsOf(html).filter(({ tagName }) => tagName === name);
const saidIn = (html: string, name: string): string[] => named(html, name).map((element) => textOf(element));
const captionOf = (html: string): string => saidIn(html, 'figcaption').join();

describe.each(['ltr', 'rtl'] as const)('a chart on a page, %s', (dir) => {
  it.each(chartKinds)('is drawn beside its words and numbers: %s', (kind) => {
    const html = pageOf(chartOfKind(kind), dir);
    const [svg] = named(html, 'svg');
    expect(svg && attribute(svg, 'role')).toBe('img');
    const names = (svg && attribute(svg, 'aria-labelledby'))?.split(' ') ?? [];
    const said = names.map((id) => textOf(elementsOf(html).find((one) => attribute(one, 'id') === id) as Element));
    expect(said).toEqual([`Plays as ${kind}`, 'Plays rise, and one day is missing.']);
    for (const words of ['Plays rise, and one day is missing.', 'Target', 'Release', 'Wednesday']) {
      expect(captionOf(html)).toContain(words);
    }
    expect(captionOf(html)).toContain('The last day is provisional.');
    expect(named(html, 'details')).toHaveLength(1);
    expect(saidIn(html, 'td')).toContain('–');
  });

  it.each(chartKinds)('has no numbers where a table has them: %s', (kind) => {
    const html = pageOf(chartOfKind(kind, { isTabulated: true }), dir);
    expect(named(html, 'svg')).toHaveLength(1);
    expect(named(html, 'details')).toEqual([]);
    expect(named(html, 'table')).toEqual([]);
    expect(captionOf(html)).toContain('The last day is provisional.');
  });
});

describe('the numbers of a chart on a page', () => {
  it.each<[string, Partial<Chart>, string[]]>([
    ['ratios in percent', { style: 'percent' }, ['20%', '–', '40%', '70%']],
    ['amounts of money', { currency: 'EUR' }, ['€0.20', '–', '€0.40', '€0.70']],
    ['units', { unit: 'GB' }, ['0.2 GB', '–', '0.4 GB', '0.7 GB']],
  ])('are printed as %s', (_what, more, expected) => {
    const cells = named(pageOf(chartOfKind('pie', { style: 'decimal', ...more })), 'td');
    expect(cells.map((cell) => textOf(cell)).filter((text) => text !== '')).toEqual(expected);
  });

  it('are all there where points were left out of the picture', () => {
    const values = Array.from({ length: 400 }, (_, index) => index);
    const many: Chart = {
      ...chartOfKind('line'),
      categories: values.map((value) => `day ${value}`),
      series: [{ name: 'Plays', values }],
    };
    const { payload, diagnostics } = format('ltr', many);
    const { html } = payload as Payload;
    expect(saidIn(html, 'th').filter((text) => text.startsWith('day '))).toHaveLength(400);
    expect(captionOf(html)).toContain('300 of 400 points are shown');
    expect(diagnostics).toMatchObject([{ code: 'dropped', severity: 'info', limit: 300, actual: 400 }]);
  });

  it('are not there where the chart has none', () => {
    const html = pageOf({ ...chartOfKind('line'), categories: [], series: [], annotations: [] });
    expect(named(html, 'svg')).toEqual([]);
    expect(named(html, 'details')).toEqual([]);
    expect(captionOf(html)).toContain('Plays rise, and one day is missing.');
  });
});

describe('a page of charts', () => {
  it('has no id twice, not even of equal charts', () => {
    const one = chartOfKind('bar');
    const { html } = format('ltr', one, one, ...chartKindsPage('en', 'ltr').children).payload as Payload;
    const ids = elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no styles of elements, which its policy would refuse', () => {
    const { html, headers } = format('rtl', ...chartKindsPage('ar', 'rtl').children).payload as Payload;
    expect(headers['Content-Security-Policy']).not.toContain('unsafe-inline');
    expect(elementsOf(html).filter((element) => attribute(element, 'style') !== undefined)).toEqual([]);
  });

  it('escapes the words of a picture', () => {
    const html = pageOf(chartOfKind('bar', { title: '</title><script>x</script>', alt: '"><img src=x>' }));
    expect(named(html, 'script')).toEqual([]);
    expect(named(html, 'img')).toEqual([]);
  });
});
