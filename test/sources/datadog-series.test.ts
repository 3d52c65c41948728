import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { fromDatadogSeries } from '../../src/sources/datadog-series.js';
import { fromTimeSeries } from '../../src/sources/time-series.js';
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

describe('series of Datadog', () => {
  const first = {
    status: 'ok',
    res_type: 'time_series',
    series: [
      {
        metric: 'users.active',
        display_name: 'users.active',
        scope: 'env:production',
        expression: 'avg:users.active{env:production}',
        pointlist: [
          [1_790_899_200_000.0, null],
          [1_790_812_800_000.0, 118_402.0],
        ],
        unit: [
          { family: 'bytes', name: 'byte' },
          { family: 'time', name: 'second' },
        ],
        query_index: 0,
      },
    ],
  };

  it('are read from the first version, in order, gaps as gaps', () => {
    expect(fromDatadogSeries(first)).toEqual([
      {
        name: 'users.active{env:production}',
        unit: 'byte/second',
        points: [
          { t: 1_790_812_800_000, value: 118_402 },
          { t: 1_790_899_200_000, value: null },
        ],
      },
    ]);
  });

  const second = {
    data: {
      id: '0',
      type: 'timeseries_response',
      attributes: {
        times: [1_790_812_800_000, 1_790_899_200_000],
        values: [
          [1, null],
          [2, 3],
        ],
        series: [
          { group_tags: ['env:production'], query_index: 0, unit: [{ name: 'user' }, null] },
          { group_tags: [], query_index: 1, unit: null },
        ],
      },
    },
  };

  it('are read from the second version, named by their queries', () => {
    expect(fromDatadogSeries(second, { names: ['active', 'errors'] })).toEqual([
      {
        name: 'active{env:production}',
        unit: 'user',
        points: [
          { t: 1_790_812_800_000, value: 1 },
          { t: 1_790_899_200_000, value: null },
        ],
      },
      {
        name: 'errors',
        points: [
          { t: 1_790_812_800_000, value: 2 },
          { t: 1_790_899_200_000, value: 3 },
        ],
      },
    ]);
    expect(fromDatadogSeries(second)[1]?.name).toBe('query 1');
  });

  it('become active users', () => {
    const input = fromTimeSeries(fromDatadogSeries(first), {
      window,
      metrics: { dau: 'users.active{env:production}' },
    });
    expect(input.active).toEqual({ dau: 118_402, series: [{ t: 1_790_812_800_000, dau: 118_402 }] });
    expect(format(input).charts).toHaveLength(1);
  });

  it.each<[string, unknown, string[]]>([
    ['a query that failed', { status: 'error', error: 'canary', series: [] }, ['error']],
    [
      'points that are none',
      {
        series: [
          {
            metric: 'm',
            pointlist: [
              [1, 2],
              ['a', 2],
            ],
          },
        ],
      },
      ['series.0.pointlist.1'],
    ],
    ['a text', 'ok', ['']],
    [
      'values that are texts',
      { data: { attributes: { times: [1], values: [['1']], series: [{}] } } },
      ['data.attributes.values.0.0'],
    ],
  ])('are refused in %s', (_name, answer, paths) => {
    expect(refusedAt(() => fromDatadogSeries(answer))).toEqual(paths);
  });

  it.each([{ status: 'ok' }, { status: 'ok', series: [] }, { data: { attributes: null } }, { data: null }])(
    'may be none: %j',
    (answer) => {
      expect(fromDatadogSeries(answer)).toEqual([]);
    },
  );

  it('say where there are fewer values than times', () => {
    const short = { data: { attributes: { times: [1, 2], values: [[5]], series: [{}] } } };
    const { result, paths } = collect((diagnostics) => fromDatadogSeries(short, {}, diagnostics));
    expect(result[0]?.points.map(({ value }) => value)).toEqual([5, null]);
    expect(paths).toEqual(['data.attributes.values.0']);
  });
});
