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

/** Values of a series between 0 and 1, as areas of several series are compared; `NaN` is a gap. */
function shareOf(series: Series): readonly number[] {
  const [low = 0, high = 0] = extremesOf(series).map((index) => series.values[index] ?? 0);
  // Divided first: the difference of two numbers can be none.
  const unit = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const span = high / unit - low / unit || 1;
  return series.values.map((value) => (value === null ? Number.NaN : (value / unit - low / unit) / span));
}

/** The middle of a run of points: where it is, and its mean in each series, in which gaps do not count. */
type Centre = { readonly at: number; readonly means: readonly number[] };

function meanOf(values: readonly number[], indices: readonly number[], from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let index = from; index < to; index += 1) {
    const value = values[indices[index] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function centreOf(
  indices: readonly number[],
  from: number,
  to: number,
  shares: readonly (readonly number[])[],
): Centre {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += indices[index] ?? 0;
  return { at: sum / (to - from), means: shares.map((values) => meanOf(values, indices, from, to)) };
}

/** The areas of the triangles that a point makes with the one before and the run behind it, added up over all series. */
function areaOf(before: number, at: number, behind: Centre, shares: readonly (readonly number[])[]): number {
  let area = 0;
  for (let index = 0; index < shares.length; index += 1) {
    const values = shares[index] ?? [];
    const [from, value, to] = [
      values[before] ?? Number.NaN,
      values[at] ?? Number.NaN,
      behind.means[index] ?? Number.NaN,
    ];
    const each = Math.abs((before - behind.at) * (value - from) - (before - at) * (to - from));
    // Beside a gap there is no triangle.
    if (!Number.isNaN(each)) area += each;
  }
  return area;
}

/**
 * Picks so many of the indices by the largest triangle of each run: Steinarsson, "Downsampling Time Series for Visual
 * Representation", 2013, https://hdl.handle.net/1946/15343. Runs are borders in the list, since copies of them take longer.
 */
function pick(indices: readonly number[], count: number, shares: readonly (readonly number[])[]): number[] {
  const size = indices.length;
  if (count >= size) return [...indices];
  const border = (run: number): number => Math.floor((run * size) / count);
  const lastAt = (shares[0]?.length ?? 1) - 1;
  const end: Centre = { at: lastAt, means: shares.map((values) => values[lastAt] ?? Number.NaN) };
  const picked: number[] = [];
  let before = 0;
  for (let run = 0; run < count; run += 1) {
    const [from, to] = [border(run), border(run + 1)];
    const behind = run + 1 < count ? centreOf(indices, to, border(run + 2), shares) : end;
    let best = indices[from] ?? 0;
    let bestArea = areaOf(before, best, behind, shares);
    for (let index = from + 1; index < to; index += 1) {
      const at = indices[index] ?? 0;
      const area = areaOf(before, at, behind, shares);
      if (area > bestArea) [best, bestArea] = [at, area];
    }
    picked.push(best);
    before = best;
  }
  return picked;
}

/** Indices of gaps that would vanish between two neighbours that stay, as few of them as series allow. */
function gapsBetween(from: number, to: number, series: readonly Series[]): number[] {
  if (to - from < 2) return [];
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
  const gapped = series.filter(({ values }) => values.includes(null));
  if (gapped.length === 0) return [];
  return kept.flatMap((to, index) => (index === 0 ? [] : gapsBetween(kept[index - 1] ?? 0, to, gapped)));
}

/** The indices that stay, at most so many, in order. */
function keptOf(chart: Chart, maxPoints: number): number[] {
  const { categories, series } = chart;
  const needed = inOrder(neededOf(chart).slice(0, maxPoints));
  const isNeeded = new Set(needed);
  const others: number[] = [];
  for (let index = 0; index < categories.length; index += 1) if (!isNeeded.has(index)) others.push(index);
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

const leftOut = 'Points of a chart were left out, the first, last, lowest and highest are among those that stay';

/** Reports that points were left out, once a chart. Nothing is wrong with it, so it is no warning. */
export function reportThinned(
  { kept, total }: ThinnedChart,
  limit: number,
  path: string,
  { diagnostics }: Pick<RenderContext, 'diagnostics'>,
): void {
  if (kept === total || diagnostics.some((known) => known.path === path && known.message === leftOut)) return;
  diagnostics.push({ code: 'dropped', severity: 'info', path, message: leftOut, limit, actual: total, unit: 'item' });
}

/** Thins a chart for a target that shows so many points, says so in its notes, and reports it. */
export function thinnedFor(chart: Chart, maxPoints: number, path: string, render: RenderContext): Chart {
  const thinned = thinChart(chart, maxPoints);
  const note = thinnedNote(thinned, render.localizer);
  if (note === undefined) return chart;
  reportThinned(thinned, maxPoints, path, render);
  return { ...thinned.chart, notes: [...(chart.notes ?? []), note] };
}
