import { describe, expect, it } from 'vitest';
import type { Block, Chart } from '../../../src/document/nodes.js';
import type { TeamsCard } from '../../../src/formatters/teams.js';
import { cardsOf, nodesOf, textsOf } from '../../fixtures/teams/cards.js';
import { checkTeamsMessages } from '../../fixtures/teams/rules.js';
import { createTeams } from '../../fixtures/teams/tenants.js';
import { documentWith } from '../../support/slack-inputs.js';

const teams = createTeams();
const months = ['Aug', 'Sep', 'Oct'];
const chartWith = (members: Partial<Chart> = {}): Chart => ({
  type: 'chart',
  kind: 'line',
  title: 'Streams',
  alt: 'They rise',
  categories: months,
  series: [{ name: 'Free', values: [1, 2, 3] }],
  ...members,
});
const two = [
  { name: 'Free', values: [1, 2, 3] },
  { name: 'Paid', values: [4, 5, 6] },
];
const day = 86_400_000;
const first = Date.UTC(2026, 7, 1);
const longOf = (points: number): Partial<Chart> => ({
  categories: Array.from({ length: points }, (_, index) => `d${index}`),
  series: [{ name: 'Free', values: Array.from({ length: points }, (_, index) => (index * 7) % 23) }],
  times: Array.from({ length: points }, (_, index) => first + index * day),
});

const posted = (formatter: typeof teams, ...children: Block[]) => {
  const made = formatter.format(documentWith(children));
  expect(checkTeamsMessages(made)).toEqual([]);
  return made;
};
const cardOf = (...children: Block[]): TeamsCard => cardsOf(posted(teams, ...children))[0] as TeamsCard;
const drawnOf = (...children: Block[]): Record<string, unknown>[] =>
  nodesOf(cardOf(...children).body).filter(({ type }) => String(type).startsWith('Chart.'));
const diagnosticsOf = (...children: Block[]) => posted(teams, ...children).diagnostics;

describe('a chart that Teams draws', () => {
  it.each<[string, Partial<Chart>, object]>([
    [
      'a line',
      { unit: 'k' },
      {
        type: 'Chart.Line',
        data: [{ legend: 'Free', values: months.map((x, index) => ({ x, y: index + 1 })), color: 'categoricalBlue' }],
        yAxisTitle: 'k',
      },
    ],
    ['a sparkline', { kind: 'spark', series: [{ name: '', values: [1, 2, 3] }] }, { data: [{ legend: 'Streams' }] }],
    ['bars', { kind: 'bar' }, { type: 'Chart.VerticalBar', color: 'categoricalBlue', data: { length: 3 } }],
    [
      'bars with long labels',
      { kind: 'bar', categories: ['Democratic Republic of the Congo', 'b', 'c'], currency: 'EUR' },
      { type: 'Chart.HorizontalBar', displayMode: 'AbsoluteWithAxis', xAxisTitle: 'EUR' },
    ],
    [
      'bars of two series',
      { kind: 'bar', series: two },
      { type: 'Chart.VerticalBar.Grouped', data: [{ legend: 'Free' }, { legend: 'Paid', color: 'categoricalMarigold' }] },
    ],
    ['stacked bars', { kind: 'stackedBar', series: two }, { type: 'Chart.VerticalBar.Grouped', stacked: true }],
    [
      'stacked bars with long labels',
      { kind: 'stackedBar', series: two, categories: ['Democratic Republic of the Congo', 'b', 'c'] },
      { type: 'Chart.HorizontalBar.Stacked', data: [{ data: [{ legend: 'Free', value: 1 }, { value: 4 }] }, {}, {}] },
    ],
    ['a pie', { kind: 'pie' }, { type: 'Chart.Pie', data: [{ legend: 'Aug', value: 1 }, {}, {}] }],
    [
      'a gauge of a ratio',
      { kind: 'gauge', style: 'percent', domain: { min: 0, max: 1 }, categories: [''], series: [{ name: 'a', values: [0.8] }] },
      { type: 'Chart.Gauge', value: 0.8, min: 0, max: 1, valueFormat: 'Percentage', segments: [{ size: 0.8 }, { color: 'neutral' }] },
    ],
    [
      'a gauge of anything else',
      { kind: 'gauge', unit: 'ms', domain: { min: 0, max: 50 }, categories: [''], series: [{ name: 'a', values: [20] }] },
      { type: 'Chart.Gauge', value: 20, max: 50, valueFormat: 'Fraction', subLabel: 'ms' },
    ],
    ['ends of the axis', { domain: { min: 0, max: 10 } }, { yMin: 0, yMax: 10 }],
    [
      'ratios in percent',
      { style: 'percent', series: [{ name: 'a', values: [0.07, 0.29, 1] }] },
      { data: [{ values: [{ y: 7 }, { y: 29 }, { y: 100 }] }], yAxisTitle: '%' },
    ],
  ])('is %s', (_what, members, element) => {
    const chart = chartWith(members);
    expect(drawnOf(chart)).toMatchObject([element]);
    expect(diagnosticsOf(chart)).toEqual([]);
  }); // biome-ignore format: one case after the other

  it('has its numbers for hosts without charts, its words beside it, and its title for screen readers', () => {
    const chart = chartWith({
      unit: 'k',
      notes: ['The last one is provisional.'],
      annotations: [{ label: 'Target', value: 2 }],
    });
    const card = cardOf(chart);
    expect(drawnOf(chart)).toMatchObject([
      { title: 'Streams', fallback: { type: 'FactSet', facts: [{ title: 'Aug', value: '1\u00a0k' }, {}, {}] } },
    ]);
    expect(textsOf(card.body)).toEqual(
      expect.arrayContaining(['Chart: Streams', 'They rise', 'The last one is provisional.', 'Target', '2\u00a0k']),
    );
  });

  it('names the series in the numbers of several', () => {
    expect(drawnOf(chartWith({ kind: 'bar', series: two }))).toMatchObject([
      { fallback: { facts: [{ title: 'Aug', value: 'Free: 1 · Paid: 4' }, {}, {}] } },
    ]);
  });

  it('has an axis of time where its points are days', () => {
    const [line] = drawnOf(chartWith(longOf(3)));
    expect(line).toMatchObject({ data: [{ values: [{ x: '2026-08-01' }, { x: '2026-08-02' }, { x: '2026-08-03' }] }] });
    const [other] = drawnOf(chartWith({ ...longOf(3), times: [first + 1, first + 2, first + 3] }));
    expect(other).toMatchObject({ data: [{ values: [{ x: 'd0' }, { x: 'd1' }, { x: 'd2' }] }] });
  });

  it('tells readers and the caller that points are left out, and has the same ones in its numbers', () => {
    const chart = chartWith(longOf(200));
    const [line] = drawnOf(chart) as [{ data: { values: object[] }[]; fallback: { facts: object[] } }];
    const shown = line.data[0]?.values.length ?? 0;
    expect(shown).toBeGreaterThanOrEqual(30);
    expect(line.fallback.facts).toHaveLength(shown);
    expect(textsOf(cardOf(chart).body).join('\n')).toContain(`${shown} of 200 points are shown`);
    expect(diagnosticsOf(chart)).toMatchObject([{ code: 'dropped', severity: 'info', limit: shown, actual: 200 }]);
  });

  it('leaves a gap where the host draws one', () => {
    const gap = [two[0]!, { name: 'Paid', values: [4, null, 6] }];
    const [bars] = drawnOf(chartWith({ kind: 'bar', series: gap }));
    expect(bars).toMatchObject({ data: [{ values: { length: 3 } }, { values: [{ x: 'Aug' }, { x: 'Oct' }] }] });
    const later = { ...longOf(3), series: [two[0]!, { name: 'Paid', values: [null, 5, 6] }] };
    expect(drawnOf(chartWith(later))).toMatchObject([
      { data: [{ values: { length: 3 } }, { values: [{ x: '2026-08-02', y: 5 }, {}] }] },
    ]);
  });

  it('cuts labels so that each is there once, and says so', () => {
    const chart = chartWith({ categories: ['a'.repeat(80), 'a'.repeat(81), 'a'.repeat(82)], kind: 'pie' });
    const legends = (drawnOf(chart) as [{ data: { legend: string }[] }])[0].data.map(({ legend }) => legend);
    expect(new Set(legends).size).toBe(3);
    expect(diagnosticsOf(chart)).toMatchObject([{ code: 'truncated', limit: 1, actual: 4 }, { code: 'collision' }]);
  });

  it('makes what reads like an expression inert', () => {
    const chart = chartWith({
      title: '${t}',
      categories: ['{{DATE(x)}}', 'b', 'c'],
      series: [{ name: '${x}', values: [1, 2, 3] }],
    });
    expect(JSON.stringify(drawnOf(chart))).not.toMatch(/\{\{|\$\{/);
  });
});

describe('a chart that Teams cannot draw is numbers, never with a gap drawn over', () => {
  it.each<[string, Partial<Chart>, string]>([
    ['a heat map', { kind: 'heat' }, 'Teams has no such kind'],
    ['nothing', { categories: [], series: [] }, 'there is nothing to draw'],
    ['a gap of a line', { ...longOf(3), series: [{ name: 'a', values: [1, null, 3] }] }, 'it has gaps'],
    ['a late start without days', { series: [two[0]!, { name: 'b', values: [null, 2, 3] }] }, 'it has gaps'],
    ['a gap of bars', { kind: 'bar', series: [{ name: 'a', values: [1, null, 3] }] }, 'it has gaps'],
    ['stacks below zero', { kind: 'stackedBar', series: [{ name: 'a', values: [1, -1, 3] }] }, 'below zero'],
    ['nine series', { series: Array.from({ length: 9 }, (_, n) => ({ name: `s${n}`, values: [1, 2, 3] })) }, 'at most 8'],
    ['a pie of nine parts', { kind: 'pie', ...longOf(9) }, 'at most 8 parts'],
    ['a pie with a part of zero', { kind: 'pie', series: [{ name: 'a', values: [1, 0, 3] }] }, 'above zero'],
    ['a gauge without ends', { kind: 'gauge' }, 'ends and a value'],
    ['a gauge beyond its ends', { kind: 'gauge', domain: { min: 2, max: 3 } }, 'between its ends'],
    ['a ratio beyond numbers', { style: 'percent', series: [{ name: 'a', values: [1, 1e307, 3] }] }, 'too large'],
    ['long labels of many series', { kind: 'bar', categories: Array.from({ length: 20 }, (_, n) => `${n}${'ع'.repeat(50)}`),
      series: two.map(({ name }) => ({ name, values: Array.from({ length: 20 }, () => 1) })) }, 'a card has no room for it'],
  ])('%s', (_what, members, reason) => {
    const chart = chartWith(members);
    expect(drawnOf(chart)).toEqual([]);
    expect(diagnosticsOf(chart)[0]).toMatchObject({ code: 'fallback', message: expect.stringContaining(reason) });
  }); // biome-ignore format: one case after the other

  it('if the tenant wants that', () => {
    const card = cardsOf(posted(createTeams({ charts: 'table' }), chartWith()))[0];
    expect(card?.body.slice(-1)).toEqual([
      { type: 'FactSet', facts: months.map((title, index) => ({ title, value: `${index + 1}` })) },
    ]);
    const several = cardsOf(posted(createTeams({ charts: 'table' }), chartWith({ series: two })))[0];
    expect(several?.body.slice(-1)).toMatchObject([{ type: 'Table', rows: { length: 4 } }]);
  });

  it('with at most twenty rows, inside of a list too', () => {
    const chart = chartWith({ ...longOf(90), notes: ['Provisional.'] });
    const list: Block = { type: 'list', ordered: false, items: [[chart]] };
    for (const formatter of [teams, createTeams({ charts: 'table' })]) {
      const text = textsOf(cardsOf(posted(formatter, list))[0]?.body).join('\n');
      expect(text).toContain('Provisional.\n20 of 90 points are shown');
    }
    const facts = cardsOf(posted(createTeams({ charts: 'table' }), chart)).flatMap(({ body }) =>
      nodesOf(body).filter(({ type }) => type === 'FactSet'),
    );
    expect(facts).toMatchObject([{ facts: { length: 20 } }]);
  });
});

it.each(['Chart.Line', 'bar'])('refuses what is no way to show charts: %s', (charts) => {
  expect(() => createTeams({ charts: charts as never })).toThrow(/charts/);
});
