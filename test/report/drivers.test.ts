import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/report/check.js';
import { driverInsight, mixInsight, type Part } from '../../src/report/drivers.js';
import { makeKpi } from '../../src/report/kpi.js';
import type { FigureUnit, Insight, ReportKpi } from '../../src/report/model.js';
import { runs } from '../support/runs.js';
import { july, makeContext } from './make-context.js';

type Row = readonly [name: string, now: number, before: number];

const context = makeContext({ window: july });

function drive(rows: readonly Row[], total?: { value: number; previous: number }, unit: FigureUnit = 'count') {
  const list = rows.map(([name, now, before]) => ({ name, now, before }));
  const sum = (member: 'now' | 'before'): number => list.reduce((all, row) => all + row[member], 0);
  const figure = total ?? { value: sum('now'), previous: sum('before') };
  const kpi = makeKpi(context, { key: 'streams', label: 'Streams', path: 'total', unit, figure });
  const parts = list.map(
    ({ name, now, before }, index): Part => ({
      name,
      now,
      before,
      evidence: {
        now: { op: 'value', from: [`list.${index}.now`] },
        before: { op: 'value', from: [`list.${index}.before`] },
      },
    }),
  );
  const insight = driverInsight(context, kpi, parts, ['list.*.name']);
  const unproven = checkReport({ insights: insight === undefined ? [] : [insight], kpis: [] }, { total: figure, list });
  return { insight, unproven };
}

const shareOf = (insight: Insight | undefined): unknown => {
  const share = insight?.params['share'];
  return share?.type === 'number' ? share.value : undefined;
};

describe('drivers', () => {
  it.each<[string, Row[], string]>([
    [
      'the one that explains most',
      [
        ['FR', 180, 100],
        ['DE', 120, 100],
      ],
      'Streams: 80% of the change comes from FR',
    ],
    [
      'as many as cover most',
      [
        ['FR', 150, 100],
        ['DE', 140, 100],
        ['ES', 110, 100],
      ],
      'Streams: 90% of the change comes from FR and DE',
    ],
    [
      'no more than three',
      [
        ['A', 130, 100],
        ['B', 130, 100],
        ['C', 130, 100],
        ['D', 130, 100],
      ],
      'Streams: 75% of the change comes from A, B, and C',
    ],
    [
      'those that fell where all of it fell',
      [
        ['FR', 20, 100],
        ['DE', 90, 100],
      ],
      'Streams: 89% of the change comes from FR',
    ],
    [
      'gains and losses that cancel',
      [
        ['FR', 200, 100],
        ['DE', 10, 100],
      ],
      'Streams: gains in FR offset by losses in DE',
    ],
  ])('name %s', (_name, rows, text) => {
    const { insight, unproven } = drive(rows);
    expect(insight?.text).toBe(text);
    expect(unproven).toEqual([]);
  });

  it.each<[string, Row[], { value: number; previous: number } | undefined, FigureUnit]>([
    [
      'the parts do not add up',
      [
        ['FR', 180, 100],
        ['DE', 120, 100],
      ],
      { value: 400, previous: 200 },
      'count',
    ],
    ['there is one part', [['FR', 180, 100]], undefined, 'count'],
    ['there are none', [], { value: 5, previous: 4 }, 'count'],
    [
      'nothing moved',
      [
        ['FR', 110, 100],
        ['DE', 90, 100],
      ],
      undefined,
      'count',
    ],
    [
      'a ratio moved, which is no sum',
      [
        ['FR', 0.2, 0.1],
        ['DE', 0.2, 0.1],
      ],
      undefined,
      'ratio',
    ],
    [
      'there was nothing before',
      [
        ['FR', 5, 0],
        ['DE', 5, 0],
      ],
      undefined,
      'count',
    ],
    [
      'no three explain most',
      Array.from({ length: 10 }, (_, index): Row => [`P${index}`, 110, 100]),
      undefined,
      'count',
    ],
  ])('are silent where %s', (_name, rows, total, unit) => {
    expect(drive(rows, total, unit).insight).toBeUndefined();
  });

  it('explain what they say, and name only parts that pulled that way', () => {
    const row = fc.tuple(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 }),
      fc.nat(500),
      fc.nat(500),
    );
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([name]) => name, minLength: 2, maxLength: 8 }), (rows) => {
        const { insight, unproven } = drive(rows);
        expect(unproven).toEqual([]);
        if (insight?.code !== 'drivers') return;
        expect(shareOf(insight)).toBeGreaterThanOrEqual(0.6);
        expect(shareOf(insight)).toBeLessThanOrEqual(1.5 + 1e-9);
      }),
      { numRuns: runs(300) },
    );
  });
});

type Group = { hits: number; of: number; hitsBefore: number; ofBefore: number };

const sources = { numerators: 'g.*.hits', denominators: 'g.*.of', before: 'g.*.hitsBefore', beforeOf: 'g.*.ofBefore' };

function split(g: readonly Group[]): { kpi: ReportKpi; insight: Insight | undefined; unproven: unknown[] } {
  const sum = (member: keyof Group): number => g.reduce((all, group) => all + group[member], 0);
  const figure = { value: sum('hits') / sum('of'), previous: sum('hitsBefore') / sum('ofBefore') };
  const kpi = makeKpi(context, { key: 'skipRatio', label: 'Skip rate', path: 'rate', unit: 'ratio', figure });
  const insight = mixInsight(context, kpi, { g }, sources);
  return { kpi, insight, unproven: checkReport({ insights: insight === undefined ? [] : [insight], kpis: [] }, { g }) };
}

describe('rates and their mix', () => {
  // Kidney stones: each treatment group did worse, all of them together better (Charig and others, BMJ 292, 1986).
  const reversed: Group[] = [
    { hits: 234, of: 270, hitsBefore: 81, ofBefore: 87 },
    { hits: 55, of: 80, hitsBefore: 192, ofBefore: 263 },
  ];

  it('say so where every group moved one way and the whole the other', () => {
    const { kpi, insight, unproven } = split(reversed);
    expect(kpi.direction).toBe('up');
    expect(insight).toMatchObject({ code: 'reversal', severity: 'notice' });
    expect(insight?.text).toMatch(/^Skip rate: the mix of groups turned the result: -5\.\d pp .* \+9\.\d/);
    expect(unproven).toEqual([]);
  });

  it('are both named where they pull the same way', () => {
    const same = split([
      { hits: 180, of: 300, hitsBefore: 50, ofBefore: 100 },
      { hits: 20, of: 100, hitsBefore: 10, ofBefore: 100 },
    ]);
    expect(same.insight).toMatchObject({ code: 'mix', severity: 'info' });
    expect(same.unproven).toEqual([]);
  });

  it.each<[string, Group[]]>([
    ['nothing moved', [{ hits: 5, of: 10, hitsBefore: 5, ofBefore: 10 }]],
    [
      'the mix is as it was',
      [
        { hits: 30, of: 100, hitsBefore: 20, ofBefore: 100 },
        { hits: 60, of: 100, hitsBefore: 50, ofBefore: 100 },
      ],
    ],
  ])('are silent where %s', (_name, groups) => {
    expect(split(groups).insight).toBeUndefined();
  });

  it('are silent where the groups are of something else than the whole', () => {
    const kpi = makeKpi(context, {
      key: 'skipRatio',
      label: 'Skip rate',
      path: 'rate',
      unit: 'ratio',
      figure: { value: 0.5, previous: 0.1 },
    });
    expect(mixInsight(context, kpi, { g: reversed }, sources)).toBeUndefined();
    expect(mixInsight(context, kpi, {}, sources)).toBeUndefined();
  });

  it('are proven for any groups, and add up to the change', () => {
    const part = fc.integer({ min: 30, max: 1000 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
    const group = fc
      .tuple(part, part)
      .map(([[hits, of], [hitsBefore, ofBefore]]) => ({ hits, of, hitsBefore, ofBefore }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
        const { kpi, insight, unproven } = split(groups);
        expect(unproven).toEqual([]);
        if (insight === undefined || kpi.change.kind !== 'points') return;
        const [rate, mix] = [insight.params['rate'], insight.params['mix']];
        if (rate?.type !== 'number' || mix?.type !== 'number') throw new Error('expected numbers');
        expect(Number(rate.value) + Number(mix.value)).toBeCloseTo(kpi.change.points, 9);
      }),
      { numRuns: runs(300) },
    );
  });
});
