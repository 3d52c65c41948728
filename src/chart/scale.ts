/** The value axis of a chart: where it begins and ends, its ticks, and where on it a value stands. Always finite. */
import type { Chart, ChartKind, Series } from '../document/nodes.js';

/** The lowest and the highest of some values. */
export type Extent = { readonly min: number; readonly max: number };

export type ValueAxis = {
  readonly min: number;
  readonly max: number;
  /** From low to high, all of them between the ends. */
  readonly ticks: readonly number[];
  /** The distance of ticks, which says how many decimals they need. */
  readonly step: number;
  /** Whether zero is on the axis. Where it is not, readers have to be told: lengths do not compare. */
  readonly startsAtZero: boolean;
  /** What values are multiplied with before anything is computed, so that neither sums nor differences leave the numbers. */
  readonly lift: number;
};

/** Returns the extent of all finite values of all series; nothing where there are none. */
export function extentOf(series: readonly Pick<Series, 'values'>[]): Extent | undefined {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const { values } of series) {
    for (const value of values) {
      if (value === null || !Number.isFinite(value)) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return min > max ? undefined : { min, max };
}

/** Magnitudes below and above which squares and sums of doubles are lost. */
const tiny = 1e-290;
const huge = 1e290;

function liftOf(magnitude: number): number {
  if (magnitude !== 0 && magnitude < tiny) return huge;
  return magnitude > huge ? tiny : 1;
}

const magnitudeOf = ({ min, max }: Extent): number => Math.max(Math.abs(min), Math.abs(max));

/** The extents of what is stacked: sums of what is below zero and of what is above. Lifted. */
function stackedExtent({ categories, series }: Chart, lift: number): Extent {
  let min = 0;
  let max = 0;
  for (const at of categories.keys()) {
    let below = 0;
    let above = 0;
    for (const { values } of series) {
      const value = (values[at] ?? 0) * lift;
      if (value < 0) below += value;
      else above += value;
    }
    min = Math.min(min, below);
    max = Math.max(max, above);
  }
  return { min, max };
}

/** Kinds whose lengths or areas stand for values, so that an axis that leaves zero out would lie. */
const zeroKinds: ReadonlySet<ChartKind> = new Set(['area', 'bar', 'stackedBar']);

/** A line that uses at least so much of an axis from zero gets one. */
const minUse = 0.5;

/** Differences this small beside the values are noise of doubles: a tick more would print the same number again. */
const noise = 1e-11;

function withZero({ min, max }: Extent, kind: ChartKind): Extent {
  const span = max - min;
  const isConstant = span <= magnitudeOf({ min, max }) * noise;
  const usesMuch = min >= 0 ? span >= max * minUse : max <= 0 && span >= -min * minUse;
  return zeroKinds.has(kind) || isConstant || usesMuch
    ? { min: Math.min(min, 0), max: Math.max(max, 0) }
    : { min, max };
}

/** Steps that people count in. */
const niceSteps = [1, 2, 2.5, 5, 10] as const;

function niceStep(span: number, wanted: number): number {
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = niceSteps.find((nice) => nice * power >= raw * (1 - noise)) ?? 10;
  return factor * power;
}

/** Without the noise of a product: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

const clampFinite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value)) + 0;

/**
 * Makes the axis of a chart. Bars, stacked bars and areas include zero, and so do lines that would use half of such an axis.
 * A `domain` is kept, but for values beyond it, which are never cut off.
 *
 * @param wanted how many intervals would be good; there are at most twice as many
 */
export function valueAxis(chart: Chart, wanted = 4): ValueAxis {
  const { kind, series, domain, annotations = [] } = chart;
  const lines = annotations.flatMap((annotation) => ('value' in annotation ? [annotation.value] : []));
  const known = extentOf([
    ...series,
    { values: lines },
    { values: domain === undefined ? [] : [domain.min, domain.max] },
  ]);
  const lift = liftOf(known === undefined ? 0 : magnitudeOf(known));
  const given: Extent = known === undefined ? { min: 0, max: 1 } : { min: known.min * lift, max: known.max * lift };
  const stacked = kind === 'stackedBar' ? stackedExtent(chart, lift) : given;
  const all: Extent = { min: Math.min(given.min, stacked.min), max: Math.max(given.max, stacked.max) };
  const extent = domain === undefined || zeroKinds.has(kind) ? withZero(all, kind) : all;
  const { min, max } = extent.min === extent.max ? { min: extent.min, max: extent.min + 1 } : extent;
  const step = niceStep(max - min, wanted);
  const isFixed = (end: number, fixed: number | undefined): boolean => fixed !== undefined && end === fixed * lift;
  const low = isFixed(min, domain?.min) ? min : tidy(Math.floor(min / step + noise) * step);
  const high = isFixed(max, domain?.max) ? max : tidy(Math.ceil(max / step - noise) * step);
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - noise); index * step <= high + step * noise; index += 1) {
    const tick = tidy(tidy(index * step) / lift);
    if (Number.isFinite(tick) && tick !== ticks.at(-1)) ticks.push(tick + 0);
  }
  return {
    min: clampFinite(low / lift),
    max: clampFinite(high / lift),
    ticks,
    step: step / lift,
    startsAtZero: low <= 0 && high >= 0,
    lift,
  };
}

/** Where a value stands between the ends of an axis, from 0 to 1. */
export function shareOn({ min, max, lift }: ValueAxis, value: number): number {
  const low = min * lift;
  const share = (value * lift - low) / (max * lift - low);
  return share <= 0 ? 0 : Math.min(share, 1);
}
