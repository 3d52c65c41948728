import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { fromAmplitude } from '../../src/sources/amplitude.js';
import { fromMixpanel } from '../../src/sources/mixpanel.js';
import { engagement } from '../domains/user-engagement/make-report.js';

const window = { from: '2026-10-01', to: '2026-10-31' };

function refusedAt(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isFormatError(error, 'ERR_INPUT_INVALID')) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}

function collect<Result>(run: (diagnostics: Diagnostic[]) => Result): { result: Result; paths: string[] } {
  const diagnostics: Diagnostic[] = [];
  const result = run(diagnostics);
  return { result, paths: diagnostics.map(({ path }) => path) };
}

/** What a source makes has to be an input: formats, or throws. */
const format = (input: Parameters<ReturnType<typeof engagement>['format']>[0]) => engagement().format(input).payload;

describe('retention of Amplitude', () => {
  const cell = (count: number, outof: number, incomplete = false) => ({ count, outof, incomplete });
  const answer = {
    data: {
      series: [
        {
          values: {
            'Sep 2026': [cell(13, 13), cell(1, 13), cell(0, 13, true)],
            'Aug 2026': [cell(11, 11), cell(5, 11), cell(1, 6)],
          },
        },
      ],
    },
  };

  it('is read in order of time; what is not over stays so', () => {
    const input = fromAmplitude(answer, { window, interval: 30, mode: 'rolling' });
    expect(input.retention).toEqual({
      unit: 'month',
      definition: 'unbounded',
      cohorts: [
        {
          start: '2026-08',
          size: 11,
          cells: [
            { k: 0, retained: 11 },
            { k: 1, retained: 5 },
            { k: 2, retained: 1, incomplete: true },
          ],
        },
        {
          start: '2026-09',
          size: 13,
          cells: [
            { k: 0, retained: 13 },
            { k: 1, retained: 1 },
            { k: 2, retained: 0, incomplete: true },
          ],
        },
      ],
    });
    expect(format(input).tables[0]?.rows).toHaveLength(2);
  });

  it.each([
    ['Oct 5, 2026', '2026-10-05'],
    ['Oct 05', '2026-10-05'],
    ['Dec 30', '2025-12-30'],
    ['2026-10-05', '2026-10-05'],
    ['20261005', '2026-10-05'],
    ['September 2026', '2026-09'],
  ])('names its cohorts as %s', (name, start) => {
    const { retention } = fromAmplitude({ data: { series: [{ values: { [name]: [cell(1, 1)] } }] } }, { window });
    expect(retention?.cohorts[0]?.start).toBe(start);
  });

  it.each(['Foo 2026', 'Feb 30, 2026', '', 'yesterday'])('loses a cohort named `%s`, and says so', (name) => {
    const values = { [name]: [cell(1, 1)], 'Oct 5, 2026': [cell(1, 1)] };
    const { result, paths } = collect((diagnostics) =>
      fromAmplitude({ data: { series: [{ values }] } }, { window }, diagnostics),
    );
    expect(result.retention?.cohorts).toHaveLength(1);
    expect(paths).toEqual([`data.series.0.values.${name}`]);
  });

  it('says what else it left out', () => {
    const series = [
      { values: { 'Oct 5, 2026': [cell(2, 1)], 'Oct 6, 2026': [cell(1, 1)], '2026-10-06': [cell(1, 1)] } },
      { values: {} },
    ];
    const { result, paths } = collect((diagnostics) => fromAmplitude({ data: { series } }, { window }, diagnostics));
    expect(result.retention?.cohorts).toHaveLength(1);
    expect(paths).toEqual(['data.series.1', 'data.series.0.values.Oct 5, 2026', 'data.series.0.values.2026-10-06']);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['no data', {}, ['data']],
    [
      'counts that are texts',
      { data: { series: [{ values: { 'Sep 2026': [{ count: '1', outof: 1 }] } }] } },
      ['data.series.0.values.Sep 2026.0.count'],
    ],
  ])('is refused in %s', (_name, value, paths) => {
    expect(refusedAt(() => fromAmplitude(value, { window }))).toEqual(paths);
  });
});

describe('retention of Mixpanel', () => {
  it('is read as documented, rising counts included', () => {
    const answer = { '2026-10-02': { counts: [9, 7, 6], first: 10 }, '2026-10-01': { counts: [2, 1, 2], first: 2 } };
    const input = fromMixpanel(answer, { window });
    expect(input.retention).toEqual({
      unit: 'day',
      definition: 'n-day',
      cohorts: [
        {
          start: '2026-10-01',
          size: 2,
          cells: [
            { k: 0, retained: 2 },
            { k: 1, retained: 1 },
            { k: 2, retained: 2 },
          ],
        },
        {
          start: '2026-10-02',
          size: 10,
          cells: [
            { k: 0, retained: 9 },
            { k: 1, retained: 7 },
            { k: 2, retained: 6 },
          ],
        },
      ],
    });
    expect(format(input).findings).toEqual([]);
  });

  it.each([
    ['day', '2026-10-28', [false, false, false, true]],
    ['week', '2026-10-11', [false, false, true, true]],
    ['month', '2026-08-01', [false, false, true, true]],
  ] as const)('leaves open what had not ended for all: %s from %s', (unit, start, expected) => {
    const { retention } = fromMixpanel({ [start]: { counts: [5, 4, 3, 1], first: 5 } }, { window, unit });
    expect(retention?.cohorts[0]?.cells.map(({ incomplete }) => incomplete === true)).toEqual(expected);
  });

  it.each([
    ['more people back than there were', { '2026-10-01': { counts: [3], first: 2 } }, '2026-10-01'],
    ['a name that is no day', { total: { counts: [1], first: 2 } }, 'total'],
  ])('loses a cohort with %s, and says so', (_name, answer, path) => {
    const { result, paths } = collect((diagnostics) => fromMixpanel(answer, { window }, diagnostics));
    expect(result.retention?.cohorts).toEqual([]);
    expect(paths).toEqual([path]);
  });

  it.each<[string, unknown, string[]]>([
    ['a list', [], ['']],
    ['no counts', { '2026-10-01': { first: 2 } }, ['2026-10-01.counts']],
    ['a negative count', { '2026-10-01': { counts: [-1], first: 2 } }, ['2026-10-01.counts.0']],
  ])('is refused in %s', (_name, value, paths) => {
    expect(refusedAt(() => fromMixpanel(value, { window }))).toEqual(paths);
  });
});
