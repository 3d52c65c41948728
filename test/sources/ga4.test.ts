import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { fromGa4 } from '../../src/sources/ga4.js';
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
