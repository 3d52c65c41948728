import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { fromAmplitude } from '../../src/sources/amplitude.js';
import { fromDatadogSeries } from '../../src/sources/datadog-series.js';
import { fromGa4 } from '../../src/sources/ga4.js';
import { fromMixpanel } from '../../src/sources/mixpanel.js';
import { countText, numericText } from '../../src/sources/shared/numeric-text.js';
import { fromTimeSeries, readTimeSeries } from '../../src/sources/time-series.js';
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

describe('a number that came as a text', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    [12, 12],
  ])('%j is %d', (value, number) => {
    expect(numericText(value)).toBe(number);
  });

  it.each([
    '',
    ' 12',
    '12 ',
    '1,200',
    '0x10',
    '12px',
    '+5',
    '.5',
    '5.',
    'NaN',
    'Infinity',
    '1e999',
    'BPM110KeyAModeMajor',
    null,
    Number.NaN,
    true,
    5n,
  ])('%s is none', (value) => {
    expect(numericText(value)).toBeUndefined();
  });

  it.each([
    ['12', 12],
    ['1e3', 1000],
    ['12.5', undefined],
    ['-1', undefined],
    ['9007199254740993', undefined],
    ['-0', 0],
  ])('%j counts as %s', (value, count) => {
    expect(countText(value)).toBe(count);
  });
});

describe('values by time', () => {
  const days = ['2026-10-02', '2026-10-01', '2026-10-03'];

  it.each<[string, unknown]>([
    ['rows', days.map((day, index) => ({ day, active: String(index + 1), note: 'x' }))],
    ['columns', { day: days, active: [1, 2, 3] }],
    ['lists of points', [{ name: 'active', points: days.map((t, index) => ({ t, value: index + 1 })) }]],
    ['lists of pairs', [{ name: 'active', points: days.map((t, index) => [t, index + 1]) }]],
    ['one list of points', { name: 'active', points: days.map((t, index) => [t, index + 1]) }],
  ])('are read from %s, in order', (_name, data) => {
    const { active } = fromTimeSeries(data, { window, metrics: { dau: 'active' } });
    expect(active).toEqual({
      dau: 2,
      series: [
        { t: '2026-10-01', dau: 2 },
        { t: '2026-10-02', dau: 1 },
        { t: '2026-10-03', dau: 3 },
      ],
    });
  });

  it('are figures of the window and of the one before', () => {
    const rows = [
      { t: '2026-09-29', a: 90, b: 900 },
      { t: '2026-09-30', a: 110, b: 905 },
      { t: '2026-10-01', a: 120, b: 910 },
      { t: '2026-10-02', a: 131, b: 920 },
      { t: '2026-11-01', a: 999, b: 999 },
    ];
    const previous = { from: '2026-09-01', to: '2026-09-30' };
    const input = fromTimeSeries(rows, { window: { ...window, previous }, metrics: { dau: 'a', mau: 'b' } });
    expect(input.active).toMatchObject({
      dau: { value: 126, previous: 100 },
      mau: { value: 920, previous: 905 },
      series: { length: 2 },
    });
    expect(format(input).insights[0]?.code).toBe('rose');
  });

  it.each<[string, unknown, string[]]>([
    [
      'a corrupt cell',
      [
        { t: '2026-10-01', a: 'BPM110KeyAModeMajor' },
        { t: '2026-10-02', a: 5 },
      ],
      ['0.a'],
    ],
    [
      'a time that is none',
      [
        { t: 'today', a: 4 },
        { t: '2026-10-02', a: 5 },
      ],
      ['0.t'],
    ],
    [
      'a time that comes twice',
      [
        { t: '2026-10-02', a: 5 },
        { t: '2026-10-02', a: 6 },
      ],
      ['a'],
    ],
    [
      'a count with a fraction',
      [
        { t: '2026-10-01', a: 1.5 },
        { t: '2026-10-02', a: 5 },
      ],
      ['a.0'],
    ],
  ])('lose %s, and say so', (_name, rows, paths) => {
    const { result, paths: found } = collect((diagnostics) =>
      fromTimeSeries(rows, { window, metrics: { dau: 'a' } }, diagnostics),
    );
    expect(result.active).toMatchObject({ dau: 5, series: [{ t: '2026-10-02', dau: 5 }] });
    expect(found).toEqual(paths);
  });

  it.each<[string, unknown, string[]]>([
    ['a text', 'day;active', ['']],
    ['rows without a time', [{ active: 5 }], ['']],
    ['columns without a time', { active: [5] }, ['']],
    ['a name that is not there', [{ t: '2026-10-01', b: 5 }], ['metrics.dau']],
  ])('are refused in %s', (_name, data, paths) => {
    expect(refusedAt(() => fromTimeSeries(data, { window, metrics: { dau: 'a' } }))).toEqual(paths);
  });

  it('may be none', () => {
    const input = fromTimeSeries([], { window, metrics: { dau: 'a' } });
    expect(input).toEqual({ window, active: { series: [] } });
    expect(format(input).kpis).toEqual([]);
  });

  it('are read whatever they count, gaps and instants as they are', () => {
    const data = [
      {
        name: 'load',
        unit: 'ms',
        points: [
          [1_790_812_800, 0.5],
          [1_790_812_860_000, null],
        ],
      },
    ];
    expect(readTimeSeries(data)).toEqual([
      {
        name: 'load',
        unit: 'ms',
        points: [
          { t: 1_790_812_800_000, value: 0.5 },
          { t: 1_790_812_860_000, value: null },
        ],
      },
    ]);
  });
});

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

describe('a report of Google Analytics', () => {
  const values = (...all: string[]) => all.map((value) => ({ value }));
  const byDay = {
    dimensionHeaders: [{ name: 'date' }],
    metricHeaders: [
      { name: 'active1DayUsers', type: 'TYPE_INTEGER' },
      { name: 'active28DayUsers', type: 'TYPE_INTEGER' },
      { name: 'sessions', type: 'TYPE_INTEGER' },
      { name: 'averageSessionDuration', type: 'TYPE_SECONDS' },
    ],
    rows: [
      { dimensionValues: values('20261002'), metricValues: values('130', '910', '200', '61.5') },
      { dimensionValues: values('20261001'), metricValues: values('120', '900', '180', '60.1') },
    ],
    rowCount: 2,
    metadata: { currencyCode: 'EUR', timeZone: 'Europe/Paris' },
    kind: 'analyticsData#runReport',
  };

  it('by day is active users of each, in the zone of the property', () => {
    const { result, paths } = collect((diagnostics) => fromGa4(byDay, { window }, diagnostics));
    expect(result).toEqual({
      window: { ...window, timeZone: 'Europe/Paris' },
      active: {
        dau: 125,
        mau: 910,
        series: [
          { t: '2026-10-01', dau: 120, mau: 900 },
          { t: '2026-10-02', dau: 130, mau: 910 },
        ],
      },
      sessions: { count: 380 },
    });
    expect(paths).toEqual([]);
    expect(format(result).charts).toHaveLength(1);
  });

  it('by another dimension is users of groups, now and before', () => {
    const answer = {
      dimensionHeaders: [{ name: 'deviceCategory' }, { name: 'dateRange' }],
      metricHeaders: [{ name: 'activeUsers' }],
      rows: [
        { dimensionValues: values('mobile', 'date_range_0'), metricValues: values('700') },
        { dimensionValues: values('mobile', 'date_range_1'), metricValues: values('600') },
        { dimensionValues: values('desktop', 'date_range_0'), metricValues: values('300') },
      ],
    };
    const input = fromGa4(answer, { window });
    expect(input).toEqual({
      window,
      segments: [
        { name: 'mobile', users: 700, previousUsers: 600 },
        { name: 'desktop', users: 300 },
      ],
    });
    expect(format(input).tables[0]?.rows).toHaveLength(2);
  });

  it.each([
    {},
    { rowCount: 0 },
    { dimensionHeaders: [{ name: 'date' }], metricHeaders: [{ name: 'active1DayUsers' }] },
  ])('without rows is empty: %j', (answer) => {
    expect(format(fromGa4(answer, { window })).kpis).toEqual([]);
  });

  it('says what is missing or cannot be read', () => {
    const answer = {
      ...byDay,
      rows: [
        { dimensionValues: values('20261001'), metricValues: values('BPM110KeyAModeMajor', '900', '1', '2') },
        { dimensionValues: values('(other)'), metricValues: values('1', '2', '3', '4') },
      ],
      rowCount: 50,
      metadata: { subjectToThresholding: true },
    };
    const { paths } = collect((diagnostics) => fromGa4(answer, { window }, diagnostics));
    expect(paths).toEqual([
      'rows.0.metricValues.0.value',
      'rows',
      'metadata.subjectToThresholding',
      'rows.1.dimensionValues',
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['']],
    ['numbers that are no texts', { rows: [{ metricValues: [{ value: 5 }] }] }, ['rows.0.metricValues.0.value']],
  ])('is refused in %s', (_name, value, paths) => {
    expect(refusedAt(() => fromGa4(value, { window }))).toEqual(paths);
  });
});
