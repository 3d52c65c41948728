/** Points as lines of line protocol. */

import { measure } from '../../kernel/measure.js';
import type { GaugePoint, HistogramPoint, Point, StatesetPoint, SummaryPoint } from '../../metric/model.js';
import { classicBuckets } from '../../metric/native.js';
import { printCanonical } from '../../metric/number.js';
import type { Report } from '../../metric/report.js';
import { counterExpected, prepareHistogram, prepareSummary } from '../../metric/rules.js';
import { createSeriesIndex } from '../../metric/series-index.js';
import { escapeMeasurement } from './escape.js';
import { fieldExpected, integersOf, printCount, printField } from './fields.js';
import type { Measurement } from './measurements.js';
import { encodedMessage, isEncoded, type OwnTag, type Place, printTags, type TagReader } from './tags.js';
import { type InfluxPrecision, isWritableTime, losesTime, printTimestamp } from './time.js';

export type LineSettings = {
  readonly precision: InfluxPrecision;
  /** For points without a time; without it, the server takes its own. */
  readonly nowMs: number | undefined;
  readonly isUnsigned: boolean;
  readonly report: Report;
  readonly place: Place;
  readonly readerOf: (own: OwnTag | undefined) => TagReader;
};

/** Measurement and tags together. https://docs.influxdata.com/influxdb/v1/troubleshooting/errors/ ("max key length exceeded") */
const maxKeyBytes = 65_535;

const ownTags: Readonly<Partial<Record<Measurement['kind'], OwnTag>>> = {
  histogram: '\0le',
  summary: '\0quantile',
  stateset: '\0state',
};

/** What is common to the points of a measurement while they are written. */
type Run = {
  readonly lines: string[];
  readonly measurement: Measurement;
  readonly head: string;
  readonly settings: LineSettings;
  readonly reader: TagReader;
  /** Reads tags and time of a point. Returns what stands behind the fields, or `undefined` where it is left out. */
  readonly admit: (position: number) => string | undefined;
};

function createRun(measurement: Measurement, settings: LineSettings, lines: string[]): Run {
  const { points, pathOf, kind, name } = measurement;
  const { precision, nowMs, report, place, readerOf } = settings;
  const own = ownTags[kind];
  const reader = readerOf(own);
  const seen = createSeriesIndex(points.length);
  const timeOf = (point: Point | undefined): number | undefined => {
    const time = point?.timestamp ?? nowMs;
    return time !== undefined && precision === 's' ? Math.floor(time / 1000) * 1000 : time;
  };
  let current = 0;
  let isCutTold = false;
  let areTagsTold = false;
  place.path = () => `${pathOf(current)}.attributes`;
  const isSame = (position: number): boolean => {
    const { layout } = reader.reading;
    const values = [...reader.reading.values];
    const other = reader.read(points[position]?.attributes);
    const isEqual = other.layout.id === layout.id && values.every((value, index) => value === other.values[index]);
    reader.read(points[current]?.attributes);
    return isEqual && timeOf(points[position]) === timeOf(points[current]);
  };
  const admit = (position: number): string | undefined => {
    current = position;
    const point = points[position] as Point;
    const time = point.timestamp ?? nowMs;
    if (time !== undefined && !isWritableTime(time)) {
      report.refuse(`${pathOf(position)}.timestamp`, 'a time from 1677 to 2262');
      return undefined;
    }
    if (own !== undefined && point.attributes !== undefined && Object.hasOwn(point.attributes, own)) {
      report.refuse(`${pathOf(position)}.attributes`, 'names without NUL');
      return undefined;
    }
    const { hash, isPlain, wasIllFormed } = reader.read(point.attributes);
    if (seen.add((hash ^ (timeOf(point) ?? 0)) >>> 0, position, isSame) !== -1) {
      report.refuse(pathOf(position), 'one point for each series and time');
      return undefined;
    }
    if (!isPlain) {
      if (wasIllFormed) {
        report.note(
          'sanitized',
          `${pathOf(position)}.attributes`,
          'Halves of surrogate pairs became U+FFFD',
          'warning',
        );
      }
      if (!areTagsTold && isEncoded(reader)) {
        areTagsTold = true;
        report.note('normalized', `${pathOf(position)}.attributes`, encodedMessage);
      }
    }
    if (time === undefined) return '';
    if (!isCutTold && losesTime(time, precision)) {
      isCutTold = true;
      report.note('normalized', `${pathOf(position)}.timestamp`, 'Times are cut to whole seconds');
    }
    return ` ${printTimestamp(time, precision)}`;
  };
  return { lines, measurement, head: escapeMeasurement(name), settings, reader, admit };
}

/** Adds a line, unless its measurement and tags are longer than a server takes. */
function push({ lines, head, settings, measurement }: Run, tags: string, rest: string, position: number): boolean {
  const chars = head.length + tags.length;
  if (chars * 3 > maxKeyBytes) {
    const bytes = measure(head, 'byte') + measure(tags, 'byte');
    if (bytes > maxKeyBytes) {
      const bound = { limit: maxKeyBytes, actual: bytes, unit: 'byte' } as const;
      settings.report.refuse(
        `${measurement.pathOf(position)}.attributes`,
        `${maxKeyBytes} bytes of name and tags at most`,
        bound,
      );
      return false;
    }
  }
  lines.push(`${head}${tags} ${rest}`);
  return true;
}

function writeNumbers(run: Run): void {
  const { measurement, settings, reader, admit, head, lines } = run;
  const { points, pathOf, kind } = measurement;
  const { report } = settings;
  const isInfo = kind === 'info';
  const integers = isInfo ? 'signed' : integersOf(points, settings.isUnsigned);
  for (let position = 0; position < points.length; position++) {
    const value = isInfo ? 1n : (points[position] as GaugePoint).value;
    const field = printField(value, integers);
    if (field === undefined || (kind === 'counter' && !(value >= 0))) {
      report.refuse(`${pathOf(position)}.value`, field === undefined ? fieldExpected[integers] : counterExpected);
      continue;
    }
    const time = admit(position);
    if (time === undefined) continue;
    const { layout, values, isPlain } = reader.reading;
    if (!isPlain) {
      push(run, printTags(reader), `value=${field}${time}`, position);
      continue;
    }
    // As `push` does, in one go: this is the hot path.
    const { pieces } = layout.form;
    let line = head + (pieces[0] as string);
    for (let index = 0; index < values.length; index++) {
      line += values[index] as string;
      line += pieces[index + 1] as string;
    }
    if (line.length * 3 > maxKeyBytes) {
      push(run, printTags(reader), `value=${field}${time}`, position);
      continue;
    }
    line += ' value=';
    line += field;
    line += time;
    lines.push(line);
  }
}

function writeStates(run: Run): void {
  const { measurement, settings, reader, admit } = run;
  const { points, pathOf } = measurement;
  for (let position = 0; position < points.length; position++) {
    const { states, attributes } = points[position] as StatesetPoint;
    const time = admit(position);
    if (time === undefined) continue;
    for (const [state, isOn] of Object.entries(states)) {
      if (state === '') settings.report.refuse(`${pathOf(position)}.states`, 'names of states');
      else {
        reader.read({ ...attributes, '\0state': state });
        push(run, printTags(reader), `active=${isOn}${time}`, position);
      }
    }
  }
}

/** One line with the count and the sum, and one with its own tag for each bucket or quantile. */
function writeParts(
  run: Run,
  position: number,
  point: HistogramPoint | SummaryPoint,
  time: string,
  parts: readonly (readonly [bound: number, field: string | undefined])[],
): void {
  const { measurement, settings, reader } = run;
  const path = measurement.pathOf(position);
  const own = measurement.kind === 'histogram' ? '\0le' : '\0quantile';
  const count = printCount(point.count);
  if (count === undefined) {
    settings.report.refuse(`${path}.count`, fieldExpected.signed);
    return;
  }
  const { sum } = point;
  const isSummed = sum !== undefined && Number.isFinite(sum);
  if (sum !== undefined && !isSummed) settings.report.refuse(`${path}.sum`, 'a finite number');
  if (!push(run, printTags(reader), `count=${count}${isSummed ? `,sum=${sum}` : ''}${time}`, position)) return;
  for (const [bound, field] of parts) {
    if (field === undefined) continue;
    reader.read({ ...point.attributes, [own]: printCanonical(bound) });
    push(run, printTags(reader), `${field}${time}`, position);
  }
}

function writeDistributions(run: Run): void {
  const { measurement, settings, admit } = run;
  const { points, pathOf, kind } = measurement;
  const { report } = settings;
  let isNativeTold = false;
  for (let position = 0; position < points.length; position++) {
    const isHistogram = kind === 'histogram';
    const prepared = isHistogram
      ? prepareHistogram(points[position] as HistogramPoint)
      : prepareSummary(points[position] as SummaryPoint);
    if ('expected' in prepared) {
      report.refuse(pathOf(position), prepared.expected);
      continue;
    }
    const time = admit(position);
    if (time === undefined) continue;
    const { point } = prepared;
    if ('quantiles' in point) {
      const parts = point.quantiles.map(({ quantile, value }, index) => {
        const field = printField(value, 'signed');
        if (field === undefined) report.refuse(`${pathOf(position)}.quantiles.${index}`, 'a finite number');
        return [quantile, field === undefined ? undefined : `value=${field}`] as const;
      });
      writeParts(run, position, point, time, parts);
      continue;
    }
    if (point.native !== undefined && !isNativeTold) {
      isNativeTold = true;
      report.note('fallback', `${pathOf(position)}.native`, 'Native buckets are written as buckets with bounds');
    }
    const buckets = (point.buckets ?? (point.native === undefined ? [] : classicBuckets(point.native))).filter(
      ({ le }) => Number.isFinite(le),
    );
    const parts = [...buckets, { le: Number.POSITIVE_INFINITY, count: point.count }].map(({ le, count }) => {
      const field = printCount(count);
      return [le, field === undefined ? undefined : `bucket=${field}`] as const;
    });
    writeParts(run, position, point, time, parts);
  }
}

/** Writes the points of a measurement, in their order. */
export function writeLines(measurement: Measurement, settings: LineSettings, lines: string[]): void {
  const run = createRun(measurement, settings, lines);
  const { kind } = measurement;
  if (kind === 'histogram' || kind === 'summary') writeDistributions(run);
  else if (kind === 'stateset') writeStates(run);
  else writeNumbers(run);
}
