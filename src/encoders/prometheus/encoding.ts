/** What one call of the encoder knows, and the points of a family as they are written. */

import { type Family, reservedLabel } from '../../metric/families.js';
import type { Point } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { createSeriesIndex } from '../../metric/series-index.js';
import type { PrometheusFormat } from './formats.js';
import type { LabelReader, Place } from './labels.js';

export type Encoding = {
  readonly format: PrometheusFormat;
  readonly isOpenMetrics: boolean;
  readonly hasTimestamps: boolean;
  readonly report: Report;
  readonly place: Place;
  readonly readerOf: (reserved: string) => LabelReader;
  /** What was told of once already: one note for each kind of loss in a family, not one for each point. */
  readonly told: Set<string>;
};

/** The points of a family, in the order in which they are written. */
export type Run = {
  readonly family: Family;
  readonly points: readonly Point[];
  readonly reader: LabelReader;
  /** The path of a point in the input. */
  readonly pathOf: (position: number) => string;
  /**
   * Reads the labels of a point. Returns whether it can be written: a series is written once, or once for each timestamp.
   */
  readonly admit: (position: number) => boolean;
};

type Located = { readonly point: Point; readonly path: string; readonly series: string };

/** Series in the order in which they come, the points of each by time: OpenMetrics forbids to interleave them. */
function inOrder(located: readonly Located[]): Located[] {
  const series = new Map<string, Located[]>();
  for (const each of located) {
    const known = series.get(each.series);
    if (known === undefined) series.set(each.series, [each]);
    else known.push(each);
  }
  const byTime = (a: Located, b: Located): number => (a.point.timestamp ?? 0) - (b.point.timestamp ?? 0);
  return [...series.values()].flatMap((points) => points.sort(byTime));
}

const sameValues = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

export function createRun(family: Family, encoding: Encoding): Run {
  const { hasTimestamps, report, place } = encoding;
  encoding.told.clear();
  const reader = encoding.readerOf(reservedLabel(family));
  const [first] = family.members;
  let pathOf = (position: number): string => `metrics.${first?.index}.points.${position}`;
  let points: readonly Point[] = first?.metric.points ?? [];
  let current = 0;
  place.path = () => `${pathOf(current)}.attributes`;
  if (hasTimestamps || family.members.length > 1) {
    const located = family.members.flatMap(({ metric, index }) =>
      metric.points.map((point: Point, at): Located => {
        const path = `metrics.${index}.points.${at}`;
        if (!hasTimestamps) return { point, path, series: '' };
        place.path = () => `${path}.attributes`;
        const { layout, values } = reader.read(point.attributes);
        return { point, path, series: JSON.stringify([layout.id, ...values]) };
      }),
    );
    const ordered = hasTimestamps ? inOrder(located) : located;
    points = ordered.map(({ point }) => point);
    pathOf = (position) => ordered[position]?.path ?? '';
    place.path = () => `${pathOf(current)}.attributes`;
  }
  const seen = createSeriesIndex(points.length);
  const isSame = (position: number): boolean => {
    const { reading } = reader;
    const { layout } = reading;
    const values = [...reading.values];
    const other = reader.read(points[position]?.attributes);
    const isEqual = other.layout.id === layout.id && sameValues(other.values, values);
    reader.read(points[current]?.attributes);
    return isEqual && (!hasTimestamps || points[position]?.timestamp === points[current]?.timestamp);
  };
  const admit = (position: number): boolean => {
    current = position;
    const point = points[position] as Point;
    const { hash, wasIllFormed } = reader.read(point.attributes);
    const time = hasTimestamps ? (point.timestamp ?? -1) : 0;
    if (seen.add((hash ^ time) >>> 0, position, isSame) !== -1) {
      report.refuse(
        pathOf(position),
        hasTimestamps ? 'one point for each series and timestamp' : 'one point for each series',
      );
      return false;
    }
    if (wasIllFormed) {
      report.note('sanitized', `${pathOf(position)}.attributes`, 'Halves of surrogate pairs became U+FFFD', 'warning');
    }
    return true;
  };
  return { family, points, reader, pathOf, admit };
}
