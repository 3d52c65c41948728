import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPng } from '../../../src/chart/png.js';
import { contrastOf, minContrast } from '../../../src/document/contrast.js';
import type { Chart, ChartKind, Document, Kpi } from '../../../src/document/nodes.js';
import { EmailAlertFormatter, type EmailOptions } from '../../../src/formatters/email.js';
import { en } from '../../../src/generated/locales/en.js';
import { type EmailPayload, isFormatError } from '../../../src/index.js';
import { readPng } from '../../chart/png-reader.js';
import { anyText } from '../../property/arbitraries/text.js';
import { attribute, elementsOf, structureOf, textOf } from '../../support/html-tree.js';
import { tries } from '../../support/runs.js';
import { createEmail, png } from './tenants.js';

const kinds: readonly ChartKind[] = ['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'];

const chart = (kind: ChartKind, values: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays a day',
  alt: 'Plays rise.',
  categories: values.map((_, index) => `Day ${index + 1}`),
  series: [{ name: 'Plays', values }],
  ...more,
});

const documentOf = (children: Document['children'], dir: Document['dir'] = 'ltr'): Document => ({
  type: 'document',
  locale: dir === 'rtl' ? 'ar' : 'en',
  dir,
  title: 'Report',
  meta: {},
  children,
});

const email = createEmail({ chartImage: chartPng });
const arabic = createEmail({ chartImage: chartPng }, { locale: 'ar' });
const mail = (one: Chart, options: EmailOptions = {}): EmailPayload => email.format(documentOf([one]), options).payload;

type Element = ReturnType<typeof elementsOf>[number];
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));
const rowsOf = (html: string): Element[] =>
  elementsOf(html).filter(
    ({ tagName, childNodes }) => tagName === 'tr' && childNodes.some((node) => node.nodeName === 'th'),
  );
const within = (element: Element): Element[] =>
  element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...within(node)] : []));
/** Colour and width of the cells of a bar. */
const cellsOf = (row: Element): (readonly [string | undefined, number])[] =>
  within(row)
    .filter((element) => attribute(element, 'height') !== undefined)
    .map((cell) => [attribute(cell, 'bgcolor'), Number.parseInt(attribute(cell, 'width') ?? '', 10)]);
const [blue, orange, track, card] = ['#3B82D6', '#D9601A', '#F3F5F8', '#FDFDFE'] as const;

describe('bars', () => {
  it('begin at zero and say their values', () => {
    const [first, second] = rowsOf(mail(chart('bar', [1000, 250])).html);
    expect(first && cellsOf(first)).toEqual([[blue, 100]]);
    expect(second && cellsOf(second)).toEqual([
      [blue, 25],
      [track, 75],
    ]);
    expect(first && textOf(first)).toContain('1,000');
    expect(second && textOf(second)).toContain('250');
  });

  it('go both ways from a mark at zero', () => {
    const [, second] = rowsOf(mail(chart('bar', [50, -50])).html);
    expect(second && cellsOf(second).slice(0, 2)).toEqual([
      [blue, 50],
      ['#C9CFD9', 1],
    ]);
  });

  it('leave a gap empty, which is not zero', () => {
    const [, gap, zero] = rowsOf(mail(chart('bar', [5, null, 0])).html);
    expect(gap && [cellsOf(gap), textOf(gap)]).toEqual([[[card, 100]], expect.stringContaining('–')]);
    expect(zero && cellsOf(zero)).toEqual([[track, 100]]);
  });

  it('say in words what may still change, and are outlines there', () => {
    const { html } = mail(chart('bar', [5, 5], { series: [{ name: '', values: [5, 5], provisionalFrom: 1 }] }));
    const [final, provisional] = rowsOf(html);
    expect(final && textOf(final)).not.toContain('Provisional');
    expect(provisional && textOf(provisional)).toContain('Provisional');
    expect(html).toContain(`border:1px dashed ${blue}`);
  });

  it('name the series where there are several', () => {
    const series = [
      { name: 'DE', values: [1, 2] },
      { name: 'FR', values: [3, 4] },
    ];
    const names = rowsOf(mail(chart('line', [0, 0], { series })).html).map((row) => textOf(row).trim().slice(0, 2));
    expect(names).toEqual(['DE', 'FR', 'DE', 'FR']);
  });

  it('are stacked in the order of a legend, with all figures below', () => {
    const series = [
      { name: 'DE', values: [10] },
      { name: 'FR', values: [30] },
    ];
    const { html } = mail(chart('stackedBar', [0], { series }));
    const [row] = rowsOf(html);
    expect(row && cellsOf(row).map(([color]) => color)).toEqual([blue, card, orange]);
    expect(row && textOf(row)).toContain('40');
    expect(html.indexOf('■')).toBeLessThan(html.indexOf('<caption'));
  });

  it('have the share of slices', () => {
    const [row] = rowsOf(mail(chart('pie', [1, 3])).html);
    expect(row && textOf(row)).toContain('25%');
  });

  it('grow from the side where the reader begins', () => {
    const { html } = arabic.format(documentOf([chart('bar', [4, 1])], 'rtl')).payload;
    const bars = elementsOf(html).filter(
      (element) => element.tagName === 'table' && (attribute(element, 'style') ?? '').startsWith('table-layout'),
    );
    expect(bars.map((bar) => attribute(bar, 'dir'))).toEqual(['rtl', 'rtl']);
    expect(cellsOf(rowsOf(html)[1] as Element)[0]).toEqual([blue, 25]);
  });

  it('show some points of many, and say so to readers and callers', () => {
    const values = Array.from({ length: 90 }, (_, index) => (index === 37 ? 999 : index));
    const { payload, diagnostics } = email.format(documentOf([chart('line', values)]));
    const rows = rowsOf(payload.html);
    expect(rows.length).toBeLessThanOrEqual(20);
    expect(rows.some((row) => textOf(row).includes('999'))).toBe(true);
    expect(payload.html).toContain('20 of 90 points are shown');
    expect(payload.text).toContain('Day 89');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'children.0', limit: 20, actual: 90 }),
    );
  });

  it('are a table of figures where there are more than anyone reads', () => {
    const { payload, diagnostics } = email.format(
      documentOf([
        chart(
          'bar',
          Array.from({ length: 40 }, () => 1),
        ),
      ]),
    );
    expect(rowsOf(payload.html).flatMap(cellsOf)).toEqual([]);
    expect(payload.html.match(/Day \d+/g)).toHaveLength(40);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'fallback', limit: 20, actual: 40, unit: 'item' }),
    );
  });
});

describe('other figures', () => {
  it('show a gauge as one bar with a mark at its target', () => {
    const more = { domain: { min: 0, max: 100 }, annotations: [{ label: 'Target', value: 80 }] };
    const { html } = mail(chart('gauge', [50], more));
    const colors = elementsOf(html).flatMap((element) =>
      attribute(element, 'height') === '14' ? [attribute(element, 'bgcolor')] : [],
    );
    expect(colors).toEqual([blue, track, card, orange, card, track]);
    expect(html).toContain('Target: 80');
  });

  it('shade the cells of a heat map so that each can be read, whatever the colour', () => {
    for (const chartColors of [['#3B82D6'], ['#7489A3'], ['#DB5050']]) {
      const formatter = createEmail({}, { brand: { chartColors } });
      const values = Array.from({ length: 12 }, (_, index) => index * index);
      const { html } = formatter.format(documentOf([chart('heat', [...values.slice(0, 11), null])])).payload;
      const cells = elementsOf(html).filter((element) => attribute(element, 'height') === '28');
      expect(cells).toHaveLength(12);
      for (const cell of cells) {
        const ink = /(?:^|;)color:(#[0-9A-Fa-f]{6})/.exec(attribute(cell, 'style') ?? '')?.[1] ?? '';
        expect(contrastOf(attribute(cell, 'bgcolor') ?? '', ink)).toBeGreaterThanOrEqual(minContrast);
        expect(textOf(cell)).not.toBe('');
      }
    }
  });

  it('turn a heat map that is too wide', () => {
    const hours = Array.from({ length: 24 }, (_, index) => index);
    const { html } = mail(chart('heat', hours, { series: [{ name: 'Mon', values: hours }] }));
    expect(rowsOf(html).filter((row) => textOf(row).includes('Day')).length).toBe(24);
  });

  it.each(kinds)('say of a %s without values what it would show, and nothing else', (kind) => {
    const { html } = mail(chart(kind, [null, null], { domain: { min: 0, max: 1 } }));
    expect(html).toContain('Plays rise.');
    expect(rowsOf(html)).toEqual([]);
  });

  it.each(['bars', 'png', 'table'] as const)('have title, sentence, notes and marks as text (%s)', (charts) => {
    const more = { notes: ['Days in UTC.'], annotations: [{ label: 'Release', category: 1 }] };
    const { html, text } = mail(chart('line', [1, 2, 3], more), { charts });
    for (const said of ['Plays a day', 'Plays rise.', 'Days in UTC.', 'Release: Day 2']) expect(html).toContain(said);
    expect(text).toContain('Plays rise.');
  });

  it('show the note of a key figure', () => {
    const item: Kpi = { label: 'Plays', value: { type: 'number', value: 1 }, note: 'The period <is> not over.' };
    const { html } = email.format(documentOf([{ type: 'kpis', items: [item] }])).payload;
    expect(html).toContain('The period &lt;is&gt; not over.');
  });
});

describe('pictures', () => {
  const line = chart('line', [10, 20, 15]);

  it('travel in the mail, twice as sharp as they are wide, and are described', () => {
    const { html, attachments } = mail(line, { charts: 'png' });
    const [part] = attachments;
    const picture = elementsOf(html).find(({ tagName }) => tagName === 'img');
    expect(part).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline' });
    expect(picture && attribute(picture, 'src')).toBe(`cid:${part?.cid}`);
    expect(picture && [attribute(picture, 'alt'), attribute(picture, 'width')]).toEqual(['Plays rise.', '536']);
    expect(readPng(part?.content as Buffer)).toMatchObject({ widthPx: 1072, heightPx: 320 });
  });

  it('have the ends of their axes and all figures beside them', () => {
    const { html } = mail(line, { charts: 'png' });
    const text = elementsOf(html).find(({ tagName }) => tagName === 'body');
    for (const said of ['20', '0', 'Day 1', 'Day 3', 'Figures of the chart'])
      expect(text && textOf(text)).toContain(said);
  });

  it('have a legend where there are several series', () => {
    const series = [
      { name: 'DE', values: [1, 2, 3] },
      { name: 'FR', values: [3, 2, 1] },
    ];
    const { html } = mail({ ...line, series }, { charts: 'png' });
    expect(html).toMatch(/———<\/span>&nbsp;DE/);
  });

  it('are one part where two charts are the same', () => {
    const { payload } = email.format(documentOf([line, { ...line, title: 'Again' }]), { charts: 'png' });
    expect(payload.attachments).toHaveLength(1);
    expect(payload.html.match(/<img/g)).toHaveLength(2);
  });

  it('are bars beyond what a mail carries, and callers hear of it', () => {
    const many = Array.from({ length: 14 }, (_, index) => chart('line', [index, 2]));
    const { payload, diagnostics } = email.format(documentOf(many), { charts: 'png' });
    expect(payload.attachments).toHaveLength(12);
    const fallbacks = diagnostics.filter(({ code }) => code === 'fallback');
    expect(fallbacks.map(({ path, limit, unit }) => [path, limit, unit])).toEqual([
      ['children.12', 12, 'item'],
      ['children.13', 12, 'item'],
    ]);
  });

  it('are bars where their bytes are too many', () => {
    const large = new Uint8Array(300_000);
    large.set(png);
    const formatter = createEmail({ charts: 'png', chartImage: () => large });
    const { payload, diagnostics } = formatter.format(documentOf([line, chart('bar', [1])]));
    expect(payload.attachments).toHaveLength(1);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'fallback', path: 'children.1', limit: 500_000, actual: 600_000, unit: 'byte' }),
    );
  });

  it('are bars where what draws them returns none', () => {
    const formatter = createEmail({ charts: 'png', chartImage: () => new Uint8Array([1, 2, 3]) });
    const { payload, diagnostics } = formatter.format(documentOf([line]));
    expect(payload.attachments).toEqual([]);
    expect(rowsOf(payload.html)).toHaveLength(3);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'fallback', path: 'children.0' }));
  });

  it('leave with the charts that leave', () => {
    const text = {
      type: 'paragraph' as const,
      importance: 'high' as const,
      children: [{ type: 'text' as const, value: 'x '.repeat(60_000) }],
    };
    const { payload } = email.format(documentOf([line, text]), { charts: 'png' });
    expect(payload.html).not.toContain('cid:');
    expect(payload.attachments.map(({ contentType }) => contentType)).toEqual(['text/plain; charset=utf-8']);
  });
});

describe('options', () => {
  const bare = { tenantId: 'label_42', locales: [en] };

  it('ask for what draws where pictures are wanted, in a configuration', () => {
    const create = () => new EmailAlertFormatter({ ...bare, channels: { email: { charts: 'png' } } });
    expect(create).toThrow('`chartPng` of `channel-formatters/chart-png`');
  });

  it('ask for what draws where pictures are wanted, in a call', () => {
    const result = new EmailAlertFormatter(bare).tryFormat(documentOf([]), { charts: 'png' });
    expect(!result.ok && isFormatError(result.error, 'ERR_OPTIONS_INVALID') && result.error.issues).toEqual([
      expect.objectContaining({ path: 'charts', message: expect.stringContaining('channel-formatters/chart-png') }),
    ]);
  });

  it.each(['svg', '', 1, null])('refuse %j as a way to show charts', (charts) => {
    const result = email.tryFormat(documentOf([]), { charts } as unknown as EmailOptions);
    expect(!result.ok && result.error.code).toBe('ERR_OPTIONS_INVALID');
  });

  it('of a call come before those of the tenant', () => {
    const formatter = createEmail({ charts: 'png', chartImage: chartPng });
    const one = documentOf([chart('line', [1, 2])]);
    expect(formatter.format(one).payload.attachments).toHaveLength(1);
    expect(formatter.format(one, { charts: 'table' }).payload.attachments).toEqual([]);
  });
});

describe('a mail that is too large', () => {
  it('keeps the words of a chart whose figure has no room', () => {
    const categories = Array.from({ length: 900 }, (_, index) => `${index} ${'x'.repeat(80)}`);
    const large = chart(
      'bar',
      categories.map((_, index) => index),
      { categories },
    );
    const { payload, diagnostics } = email.format(documentOf([large]));
    expect(payload.html).toContain('Plays rise.');
    expect(rowsOf(bodyOf(payload.html))).toEqual([]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'split', limit: 0, actual: 900 }));
  });

  it('shows a chart of which it shows some points, however long the names of the others', () => {
    const categories = Array.from({ length: 3000 }, (_, index) => `${index} ${'x'.repeat(80)}`);
    const { payload, diagnostics } = email.format(
      documentOf([
        chart(
          'line',
          categories.map((_, index) => index),
          { categories },
        ),
      ]),
    );
    expect(rowsOf(payload.html)).toHaveLength(20);
    expect(diagnostics.some(({ code }) => code === 'split')).toBe(false);
  });
});

describe('texts of charts', () => {
  const chartWith = (kind: ChartKind, text: string): Chart => ({
    type: 'chart',
    kind,
    title: text,
    alt: `x${text}`,
    categories: [text, text],
    series: [
      { name: text, values: [1, 2] },
      { name: text, values: [3, null], provisionalFrom: 1 },
    ],
    unit: text,
    annotations: [
      { label: text, value: 2 },
      { label: text, category: 0 },
    ],
    notes: [text],
  });

  it.each(['bars', 'png', 'table'] as const)('never change the structure of a mail (%s)', (charts) => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyText(80), fc.constantFrom(email, arabic), (kind, text, formatter) => {
        const dir = formatter === arabic ? 'rtl' : 'ltr';
        const htmlOf = (one: string) =>
          formatter.format(documentOf([chartWith(kind, one)], dir), { charts }).payload.html;
        const withoutIds = (html: string) => structureOf(html.replaceAll(/chart-[0-9a-f]{16}/g, 'chart'));
        expect(withoutIds(htmlOf(text || '-'))).toBe(withoutIds(htmlOf('text')));
      }),
      tries(60),
    );
  });
});
