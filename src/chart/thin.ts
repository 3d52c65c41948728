/** Charts with fewer points, of which the first, the last, the lowest and the highest are always among those that stay. */
import type { Chart, ChartAnnotation, Series } from '../document/nodes.js';
import type { Localizer } from '../i18n/localizer.js';
import type { RenderContext } from '../tenant/render-context.js';

/** A chart, and how many of its categories it still has. */
export type ThinnedChart = { readonly chart: Chart; readonly kept: number; readonly total: number };

/** Indices of the lowest and of the highest value, the first of equal ones. */
function extremesOf({ values }: Series): number[] {
  let low = -1;
  let high = -1;
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    if (low < 0 || value < (values[low] ?? 0)) low = index;
    if (high < 0 || value > (values[high] ?? 0)) high = index;
  }
  return low < 0 ? [] : [low, high];
}

/** What has to stay, the most needed first. */
function neededOf({ categories, series, annotations = [] }: Chart): number[] {
  const marked = annotations.flatMap((annotation) => ('category' in annotation ? [annotation.category] : []));
  const needed = [categories.length - 1, 0, ...series.flatMap(extremesOf), ...marked];
  return [...new Set(needed)].filter((index) => index >= 0 && index < categories.length);
}

/** Values of a series between 0 and 1, as areas of several series are compared; `null` stays. */
function shareOf(series: Series): readonly (number | null)[] {
  const [low = 0, high = 0] = extremesOf(series).map((index) => series.values[index] ?? 0);
  // Divided first: the difference of two numbers can be none.
  const unit = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const span = high / unit - low / unit || 1;
  return series.values.map((value) => (value === null ? null : (value / unit - low / unit) / span));
}

type Point = { readonly at: number; readonly values: readonly (number | null)[] };

/** The middle of a run of points, in which gaps do not count. */
function centreOf(run: readonly number[], shares: readonly (readonly (number | null)[])[]): Point {
  const at = run.reduce((sum, index) => sum + index, 0) / run.length;
  return {
    at,
    values: shares.map((values) => {
      const known = run.flatMap((index) => values[index] ?? []);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    }),
  };
}

/** The areas of the triangles that a point makes with the one before and the run behind it, added up over all series. */
function areaOf(before: Point, point: Point, behind: Point): number {
  let area = 0;
  for (const [index, value] of point.values.entries()) {
    const from = before.values[index];
    const to = behind.values[index];
    if (typeof value !== 'number' || typeof from !== 'number' || typeof to !== 'number') continue;
    area += Math.abs((before.at - behind.at) * (value - from) - (before.at - point.at) * (to - from));
  }
  return area;
}

/**
 * Picks so many of the indices by the largest triangle of each run: Steinarsson, "Downsampling Time Series for Visual
 * Representation", 2013, https://hdl.handle.net/1946/15343
 */
function pick(indices: readonly number[], count: number, shares: readonly (readonly (number | null)[])[]): number[] {
  if (count >= indices.length) return [...indices];
  const pointAt = (at: number): Point => ({ at, values: shares.map((values) => values[at] ?? null) });
  const runs = Array.from({ length: count }, (_, run) =>
    indices.slice(Math.floor((run * indices.length) / count), Math.floor(((run + 1) * indices.length) / count)),
  );
  let before = pointAt(0);
  return runs.map((run, index) => {
    const behind = centreOf(runs[index + 1] ?? [(shares[0]?.length ?? 1) - 1], shares);
    let best = pointAt(run[0] ?? 0);
    let bestArea = areaOf(before, best, behind);
    for (const at of run) {
      const point = pointAt(at);
      const area = areaOf(before, point, behind);
      if (area > bestArea) [best, bestArea] = [point, area];
    }
    before = best;
    return best.at;
  });
}

/** Indices of gaps that would vanish between two neighbours that stay, as few of them as series allow. */
function gapsBetween(from: number, to: number, series: readonly Series[]): number[] {
  let open = series.filter(({ values }) => values[from] !== null && values[to] !== null);
  const found: number[] = [];
  while (open.length > 0) {
    let best = -1;
    let most = 0;
    for (let at = from + 1; at < to; at += 1) {
      const count = open.filter(({ values }) => values[at] === null).length;
      if (count > most) [best, most] = [at, count];
    }
    if (best < 0) break;
    found.push(best);
    open = open.filter(({ values }) => values[best] !== null);
  }
  return found;
}

const inOrder = (indices: Iterable<number>): number[] => [...indices].sort((one, other) => one - other);

function vanishing(kept: readonly number[], series: readonly Series[]): number[] {
  return kept.flatMap((to, index) => (index === 0 ? [] : gapsBetween(kept[index - 1] ?? 0, to, series)));
}

/** The indices that stay, at most so many, in order. */
function keptOf(chart: Chart, maxPoints: number): number[] {
  const { categories, series } = chart;
  const needed = inOrder(neededOf(chart).slice(0, maxPoints));
  const others = categories.map((_, index) => index).filter((index) => !needed.includes(index));
  const shares = series.map(shareOf);
  let room = maxPoints - needed.length;
  while (room > 0) {
    const kept = inOrder([...needed, ...pick(others, room, shares)]);
    const gaps = vanishing(kept, series);
    const excess = kept.length + gaps.length - maxPoints;
    if (excess <= 0) return inOrder([...kept, ...gaps]);
    room -= excess;
  }
  return inOrder([...needed, ...vanishing(needed, series).slice(0, maxPoints - needed.length)]);
}

/** The place of a category among those that stay: its own, or the nearest before it. */
const placeOf = (kept: readonly number[], index: number): number =>
  Math.max(
    0,
    kept.findLastIndex((at) => at <= index),
  );

function moved(annotation: ChartAnnotation, kept: readonly number[], total: number): ChartAnnotation[] {
  if (!('category' in annotation)) return [annotation];
  const { label, category } = annotation;
  return category < total ? [{ label, category: placeOf(kept, category) }] : [];
}

function seriesOf({ name, values, provisionalFrom }: Series, kept: readonly number[]): Series {
  const from = provisionalFrom === undefined ? -1 : kept.findIndex((index) => index >= provisionalFrom);
  return {
    name,
    values: kept.map((index) => values[index] ?? null),
    ...(from >= 0 && { provisionalFrom: from }),
  };
}

/**
 * Reduces a chart to at most so many categories. First and last stay, the lowest and highest value of each series, marked
 * categories, and a gap wherever one would vanish between two values; the rest is chosen by how much it shapes the lines.
 *
 * Where `maxPoints` is too small for all that has to stay, the last comes before the first, these before the extremes in the
 * order of the series, extremes before marks (which move to the category before them), and these before gaps.
 *
 * @param maxPoints at least 1
 * @returns the chart itself where it is small enough
 */
export function thinChart(chart: Chart, maxPoints: number): ThinnedChart {
  const { categories, series, times, annotations } = chart;
  const total = categories.length;
  const limit = Math.max(1, Math.floor(maxPoints));
  if (total <= limit) return { chart, kept: total, total };
  const kept = keptOf(chart, limit);
  const thinned: Chart = {
    ...chart,
    categories: kept.map((index) => categories[index] ?? ''),
    series: series.map((one) => seriesOf(one, kept)),
    ...(times !== undefined && { times: kept.map((index) => times[index] ?? 0) }),
    ...(annotations !== undefined && {
      annotations: annotations.flatMap((annotation) => moved(annotation, kept, total)),
    }),
  };
  return { chart: thinned, kept: kept.length, total };
}

/** Says to readers how many points there are and which are shown; nothing where all are. */
export function thinnedNote({ kept, total }: ThinnedChart, { t }: Localizer): string | undefined {
  return kept === total ? undefined : t('chart.thinned', { kept, total });
}

/** Reports that points were left out. Nothing is wrong with the chart, so it is no warning. */
export function reportThinned({ kept, total }: ThinnedChart, path: string, { diagnostics }: RenderContext): void {
  if (kept === total) return;
  diagnostics.push({
    code: 'dropped',
    severity: 'info',
    path,
    message: 'Points of a chart were left out, the first, last, lowest and highest are among those that stay',
    limit: kept,
    actual: total,
    unit: 'item',
  });
}
