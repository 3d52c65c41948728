import { describe, expect, it } from 'vitest';
import { isFormatError } from '../../../src/kernel/errors.js';
import { engagement, full, open, window } from './make-report.js';

const formatter = engagement();

function pathsOf(input: unknown, mode: 'strict' | 'lenient' = 'strict'): string[] {
  const result = formatter.tryFormat(input, { mode });
  if (result.ok) return [];
  if (!isFormatError(result.error, 'ERR_INPUT_INVALID')) throw result.error;
  return result.error.issues.map(({ path }) => path);
}

const hours = Array.from({ length: 24 }, () => 1);
const cohort = { start: '2026-10-01', size: 10, cells: [{ k: 0, retained: 10 }] };
const retention = (cohorts: unknown[]) => ({ window, retention: { unit: 'day', definition: 'n-day', cohorts } });

describe('an input', () => {
  it.each([
    ['everything', full],
    ['contradictions', open],
    ['nothing but a window', { window }],
    ['empty lists', { window, active: { series: [] }, funnel: [], segments: [], retention: retention([]).retention }],
  ])('may hold %s', (_name, input) => {
    expect(pathsOf(input)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no window', {}, ['window']],
    ['numbers as texts', { window, active: { dau: '12', mau: { value: '5' } } }, ['active.dau', 'active.mau.value']],
    ['no number', { window, active: { dau: Number.NaN } }, ['active.dau']],
    ['an endless one', { window, sessions: { count: 1, medianMs: Infinity } }, ['sessions.medianMs']],
    ['a negative one', { window, sessions: { count: 1, perUser: -1 } }, ['sessions.perUser']],
    ['a percentage for a ratio', { window, ltv: { arpu: '1', currency: 'EUR', churnRatio: 4.2 } }, ['ltv.churnRatio']],
    ['a number for an amount', { window, ltv: { arpu: 7.42, currency: 'EUR', churnRatio: 0 } }, ['ltv.arpu']],
    ['a currency that is none', { window, ltv: { arpu: '1', currency: 'euro', churnRatio: 0 } }, ['ltv.currency']],
    [
      'points in the wrong order',
      { window, active: { series: [{ t: '2026-10-02' }, { t: '2026-10-01' }, { t: '2026-10-02' }] } },
      ['active.series.1.t', 'active.series.2.t'],
    ],
    ['a point that is no time', { window, active: { series: [{ t: 'yesterday' }] } }, ['active.series.0.t']],
    [
      'cohorts in the wrong order',
      retention([cohort, { ...cohort, start: '2026-09-01' }]),
      ['retention.cohorts.1.start'],
    ],
    [
      'more people back than there were',
      retention([{ ...cohort, cells: [{ k: 0, retained: 11 }] }]),
      ['retention.cohorts.0.cells.0.retained'],
    ],
    [
      'distances in the wrong order',
      retention([
        {
          ...cohort,
          cells: [
            { k: 1, retained: 1 },
            { k: 1, retained: 1 },
          ],
        },
      ]),
      ['retention.cohorts.0.cells.1.k'],
    ],
    [
      'a definition that nobody knows',
      { window, retention: { unit: 'day', definition: 'rolling', cohorts: [] } },
      ['retention.definition'],
    ],
    ['a week of six days', { window, heatmap: Array.from({ length: 6 }, () => hours) }, ['heatmap']],
    [
      'a day of 25 hours',
      { window, heatmap: [...Array.from({ length: 6 }, () => hours), [...hours, 1]] },
      ['heatmap.6'],
    ],
    ['a step without a name', { window, funnel: [{ step: '', count: 1 }] }, ['funnel.0.step']],
    [
      'a rate above one',
      { window, segmentRate: 'skipRatio', segments: [{ name: 'a', users: 1, rate: { numerator: 2, denominator: 1 } }] },
      ['segments.0.rate.numerator'],
    ],
    [
      'rates of nobody knows what',
      { window, segments: [{ name: 'a', users: 1, rate: { numerator: 1, denominator: 1 } }] },
      ['segmentRate'],
    ],
    ['minutes, which were renamed', { window, listening: { plays: 1, minutes: 5 } }, ['listening.minutes']],
    [
      'a horizon of no months',
      { window, ltv: { arpu: '1', currency: 'EUR', churnRatio: 0, horizonMonths: 0 } },
      ['ltv.horizonMonths'],
    ],
  ])('may not hold %s', (_name, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  it.each<[string, unknown, number]>([
    [
      'a point',
      {
        window,
        active: {
          series: [{ t: '2026-10-02', dau: 1 }, { t: '2026-10-01' }, { t: '2026-10-03', dau: 'BPM110KeyAModeMajor' }],
        },
      },
      2,
    ],
    [
      'a cohort',
      retention([cohort, { ...cohort, start: '2026-09-01' }, { ...cohort, start: '2026-10-02', size: -1 }]),
      2,
    ],
    [
      'a step',
      {
        window,
        funnel: [
          { step: 'a', count: 5 },
          { step: 'b', count: null },
        ],
      },
      1,
    ],
    ['a segment', { window, segments: [{ name: 'a', users: 1.5 }] }, 1],
  ])('loses %s that is wrong where that is allowed, and says so', (_name, input, rows) => {
    expect(pathsOf(input)).not.toEqual([]);
    const { payload, diagnostics } = formatter.format(input as never, { mode: 'lenient' });
    expect(payload.omitted.rows).toBe(rows);
    expect(payload.document.children[0]).toMatchObject({ path: 'omitted' });
    expect(diagnostics.filter(({ code, path }) => code === 'dropped' && path !== '').length).toBeGreaterThanOrEqual(
      rows,
    );
  });

  it('is refused all the same for what no row can be blamed for', () => {
    expect(pathsOf({ window, active: { dau: -1 }, funnel: [{ step: '', count: 1 }] }, 'lenient')).toEqual([
      'active.dau',
      'funnel.0.step',
    ]);
  });
});
