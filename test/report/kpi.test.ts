import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/report/figure.js';
import { figureInline, kpiNode, makeKpi } from '../../src/report/kpi.js';
import type { FigureUnit, Polarity } from '../../src/report/model.js';
import type { ReportWindow } from '../../src/report/period.js';
import { runs } from '../support/runs.js';
import { changeOf, july, makeContext } from './make-context.js';

type Wanted = { unit?: FigureUnit; window?: ReportWindow; polarity?: Polarity; currency?: string };

const kpiOf = (figure: Figure<number | string>, { unit = 'count', window = july, polarity, currency }: Wanted = {}) =>
  makeKpi(makeContext({ window }), {
    key: 'streams',
    label: 'Streams',
    path: 'streams',
    unit,
    figure,
    ...(currency !== undefined && { currency }),
    ...(polarity !== undefined && { polarity }),
  });

describe('a change', () => {
  it.each<[string, Figure<number | string>, FigureUnit, string, string | undefined]>([
    ['nothing to compare with', 120, 'count', 'none', undefined],
    ['a rise', { value: 120, previous: 100 }, 'count', 'percent 0.2', 'up'],
    ['a fall', { value: 80, previous: 100 }, 'count', 'percent -0.2', 'down'],
    ['no movement', { value: 100, previous: 100 }, 'count', 'percent 0', 'flat'],
    ['less than rounding', { value: 100_040, previous: 100_000 }, 'count', 'percent 0.0004', 'flat'],
    ['points of a ratio, not percent', { value: 0.22, previous: 0.2 }, 'ratio', 'points 2', 'up'],
    ['less than rounding of a ratio', { value: 0.2004, previous: 0.2 }, 'ratio', 'points 0.04', 'flat'],
    ['a ratio from nothing', { value: 0.1, previous: 0 }, 'ratio', 'points 10', 'up'],
    ['from nothing to something', { value: 12, previous: 0 }, 'count', 'new', 'up'],
    ['nothing, before and after', { value: 0, previous: 0 }, 'count', 'percent 0', 'flat'],
    ['all that there was', { value: 0, previous: 50 }, 'count', 'percent -1', 'down'],
    ['a sign that turned', { value: '12.00', previous: '-4.00' }, 'currency', 'absolute', 'up'],
    ['a debt that shrank', { value: '-50.00', previous: '-100.00' }, 'currency', 'percent 0.5', 'up'],
    ['more than a double holds', { value: 1e308, previous: 1e-308 }, 'decimal', 'absolute', 'up'],
  ])('is that of %s', (_name, figure, unit, change, direction) => {
    const kpi = kpiOf(figure, { unit, ...(unit === 'currency' && { currency: 'EUR' }) });
    expect(changeOf(kpi)).toBe(change);
    expect(kpi.direction).toBe(direction);
  });

  it.each<[string, Figure, ReportWindow, string]>([
    ['the window is not over', { value: 80, previous: 100 }, { ...july, complete: false }, 'incomplete'],
    [
      '30 days stand against 28',
      { value: 107, previous: 100 },
      { from: '2026-07-01', to: '2026-07-30', previous: { from: '2026-06-03', to: '2026-06-30' } },
      'unequal-periods',
    ],
    ['it rests on 29 observations', { value: 80, previous: 100, n: 29 }, july, 'small-sample'],
    [
      'the interval holds the figure of before',
      { value: 80, previous: 100, n: 500, interval: { low: 70, high: 100 } },
      july,
      'within-noise',
    ],
    [
      'several reasons hold, of which the first is said',
      { value: 80, previous: 100, n: 3, interval: { low: 0, high: 200 } },
      { ...july, complete: false },
      'incomplete',
    ],
  ])('is withheld where %s', (_name, figure, window, reason) => {
    const kpi = kpiOf(figure, { window });
    expect(kpi.change).toEqual({ kind: 'withheld', reason });
    expect(kpi).not.toHaveProperty('direction');
    expect(kpi.verdict).toBe('neutral');
    const node = kpiNode(makeContext({ window }), kpi);
    expect(node.note).toMatch(/comparison|margin of error/);
    expect(node).not.toHaveProperty('delta');
    expect(node.previous).toEqual({ type: 'number', value: 100, maxFractionDigits: 0 });
  });

  it.each<[string, Figure, boolean]>([
    ['30 observations', { value: 80, previous: 100, n: 30 }, false],
    ['an interval that leaves it out', { value: 80, previous: 100, interval: { low: 70, high: 99.9 } }, true],
  ])('is said with %s', (_name, figure, isConfident) => {
    const kpi = kpiOf(figure);
    expect(kpi.change).toEqual({ kind: 'percent', ratio: -0.2 });
    expect(kpi.confident ?? false).toBe(isConfident);
  });

  it('is never infinite, never no number, and agrees with its direction', () => {
    const value = fc.double({ min: -1e300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(value, value, (now, previous) => {
        const { change, direction, deltaAbs } = kpiOf({ value: now, previous }, { unit: 'decimal' });
        if (change.kind === 'percent') expect(Number.isFinite(change.ratio)).toBe(true);
        expect(Number.isFinite(deltaAbs)).toBe(true);
        if (direction === 'up') expect(now).toBeGreaterThan(previous);
        if (direction === 'down') expect(now).toBeLessThan(previous);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a verdict', () => {
  const figures = { up: { value: 2, previous: 1 }, down: { value: 1, previous: 2 }, flat: { value: 1, previous: 1 } };

  it.each<[Polarity, keyof typeof figures, string]>([
    ['higher', 'up', 'good'],
    ['higher', 'down', 'bad'],
    ['higher', 'flat', 'neutral'],
    ['lower', 'up', 'bad'],
    ['lower', 'down', 'good'],
    ['lower', 'flat', 'neutral'],
    ['neutral', 'up', 'neutral'],
    ['neutral', 'down', 'neutral'],
    ['neutral', 'flat', 'neutral'],
  ])('where %s is welcome and it went %s is %s', (polarity, direction, verdict) => {
    expect(kpiOf(figures[direction], { polarity })).toMatchObject({ direction, verdict });
  });

  it.each<[Polarity, number, string]>([
    ['higher', 5, 'bad'],
    ['higher', 15, 'good'],
    ['lower', 5, 'good'],
    ['lower', 15, 'bad'],
    ['neutral', 15, 'neutral'],
    ['higher', 10, 'neutral'],
  ])('is by the target where nothing moved: %s welcome, %s of 10, %s', (polarity, value, verdict) => {
    const kpi = kpiOf({ value, target: 10 }, { polarity });
    expect(kpi).toMatchObject({ verdict, versusTarget: value - 10 });
  });
});

describe('a key figure', () => {
  it('takes its welcome direction from its key, and from the tenant before that', () => {
    const spec = { key: 'skipRatio', label: 'Skips', path: 'skips', unit: 'ratio', figure: 0.2 } as const;
    expect(makeKpi(makeContext(), spec).polarity).toBe('lower');
    expect(makeKpi(makeContext({ reports: { polarity: { skipRatio: 'higher' } } }), spec).polarity).toBe('higher');
    expect(
      makeKpi(makeContext({ reports: { polarity: { skipRatio: 'higher' } } }), { ...spec, polarity: 'neutral' })
        .polarity,
    ).toBe('neutral');
  });

  it.each<[FigureUnit, number | string, object]>([
    ['count', 12, { type: 'number', value: 12, maxFractionDigits: 0 }],
    ['decimal', 1.25, { type: 'number', value: 1.25 }],
    ['ratio', 0.25, { type: 'number', value: 0.25, style: 'percent' }],
    ['score', 0.9123, { type: 'number', value: 0.9123, maxFractionDigits: 3 }],
    ['durationMs', 90_000, { type: 'duration', durationMs: 90_000 }],
    ['currency', '12.40', { type: 'money', amount: '12.40', currency: 'EUR' }],
  ])('in %s prints as a value', (unit, value, inline) => {
    expect(figureInline({ unit, currency: 'EUR' }, value)).toEqual(inline);
  });

  it.each([
    [0.9996, '99.96%'],
    [0.99999, '99.999%'],
    [0.0001, '0.01%'],
    [1, '100%'],
    [0, '0%'],
    [0.5, '50%'],
  ])('of %s is not rounded to all or nothing: %s', (value, text) => {
    const context = makeContext();
    const inline = figureInline({ unit: 'ratio' }, value);
    expect(inline.type === 'number' && context.print.number(inline)).toBe(text);
  });

  it.each<[string, Figure<number | string>, FigureUnit, string, object]>([
    [
      'percent',
      { value: 120, previous: 100 },
      'count',
      'en',
      { type: 'number', value: 0.2, style: 'percent', sign: 'always' },
    ],
    ['points', { value: 0.22, previous: 0.2 }, 'ratio', 'en', { type: 'text', value: '+2 pp' }],
    ['points in French', { value: 0.2, previous: 0.22 }, 'ratio', 'fr', { type: 'text', value: '-2\u00a0pt' }],
    ['a word', { value: 5, previous: 0 }, 'count', 'en', { type: 'text', value: 'new' }],
    [
      'an amount',
      { value: '5.00', previous: '-1.00' },
      'currency',
      'en',
      { type: 'money', amount: '6.00', currency: 'EUR' },
    ],
  ])('shows its change as %s', (_name, figure, unit, locale, delta) => {
    const context = makeContext({ locale, window: july });
    const kpi = makeKpi(context, { key: 'x', label: 'X', path: 'x', unit, figure, currency: 'EUR' });
    expect(kpiNode(context, kpi).delta).toEqual(delta);
  });

  it('knows where it stands', () => {
    expect(kpiOf(5).evidence).toEqual({ value: { op: 'value', from: ['streams'] } });
    expect(kpiOf({ value: 5, previous: 4 }).evidence).toEqual({
      value: { op: 'value', from: ['streams.value'] },
      previous: { op: 'value', from: ['streams.previous'] },
    });
  });
});
