import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
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
