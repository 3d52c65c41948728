/** What the points of one metric have in common while they become documents. */
import type { Point } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import type { Layout } from '../../metric/series.js';
import { createSeriesIndex } from '../../metric/series-index.js';
import type { BulkSink } from './bulk.js';
import { escapeValue, type FieldForm, type LabelReader, type OwnLabel, ownLabelOf, type Place } from './labels.js';
import type { PlannedMetric } from './metrics.js';
import type { Actions, ElasticsearchProfile, ElasticsearchTarget } from './target.js';
import { isWritableTime, maxTermBytes } from './values.js';

export type DocumentSettings = {
  readonly profile: ElasticsearchProfile;
  readonly target: ElasticsearchTarget;
  /** For points without a time. */
  readonly nowMs: number | undefined;
  readonly maxBytes: number;
  readonly report: Report;
  readonly place: Place;
  readonly readerOf: (own: OwnLabel | undefined) => LabelReader;
  readonly actions: Actions;
  readonly printTime: (epochMs: number) => string;
  readonly sink: BulkSink;
  /** What was told once, and is not to be told again. */
  readonly told: Set<string>;
};

/** The version of the Elastic Common Schema that the fields are of. https://www.elastic.co/docs/reference/ecs */
const ecsVersion = '9.4.0';

export const exemplarMessage = 'Documents have no place for exemplars';

/** What a time series accepts around the present, if its settings are the usual ones. https://www.elastic.co/docs/manage-data/data-store/data-streams/time-bound-tsds */
const window = { backMs: 2 * 3_600_000, aheadMs: 30 * 60_000 } as const;

export type Run = {
  readonly metric: PlannedMetric;
  readonly settings: DocumentSettings;
  readonly reader: LabelReader;
  /** The label of its own of this kind of metric. */
  readonly own: OwnLabel | undefined;
  /** Reads attributes and time of a point. Returns the time as written, or `undefined` where the point is left out. */
  readonly admit: (position: number) => string | undefined;
  /** What stands before a value: `,"ecs":{…},"metrics":{` and the name of its field, or names and values as JSON. */
  readonly opening: (members: string) => string;
  /** Writes what the reader read last, with a value behind its opening. */
  readonly write: (position: number, time: string, opening: string, value: string) => void;
  readonly tellOnce: (
    code: 'dropped' | 'fallback' | 'normalized',
    position: number,
    member: string,
    message: string,
  ) => void;
};

/** What the documents with one layout of attributes have in common. */
type Prepared = { readonly pieces: readonly string[]; readonly subject: string };

export function createRun(metric: PlannedMetric, settings: DocumentSettings): Run {
  const { points, pathOf, kind, raw } = metric;
  const { profile, report, place, readerOf, nowMs, target, printTime, sink, actions, maxBytes, told } = settings;
  const own = ownLabelOf(kind, profile);
  const reader = readerOf(own);
  const { reading, read } = reader;
  const seen = createSeriesIndex(points.length);
  const name = raw.toWellFormed();
  const metricset = `","metricset":{"name":${JSON.stringify(name)}}`;
  const ecs = `,"ecs":{"version":"${ecsVersion}"},"metrics":{`;
  const hasIds = actions.line === undefined;
  const start = `${actions.line ?? ''}{"@timestamp":"`;
  const prepared = new Map<Layout<FieldForm>, Prepared>();
  let current = 0;
  place.path = () => `${pathOf(current)}.attributes`;

  const timeOf = (point: Point | undefined): number | undefined => point?.timestamp ?? nowMs;

  const tellOnce: Run['tellOnce'] = (code, position, member, message) => {
    const key = `${metric.name}.${message}`;
    if (told.has(key)) return;
    told.add(key);
    report.note(code, `${pathOf(position)}.${member}`, message);
  };

  const isSame = (position: number): boolean => {
    const { layout } = reading;
    const values = [...reading.values];
    const other = read(points[position]?.attributes);
    const isEqual = other.layout.id === layout.id && values.every((value, index) => value === other.values[index]);
    read(points[current]?.attributes);
    return isEqual && timeOf(points[position]) === timeOf(points[current]);
  };

  const tellWindow = (time: number, position: number): void => {
    if (target !== 'tsds' || nowMs === undefined || told.has('window')) return;
    if (time >= nowMs - window.backMs && time < nowMs + window.aheadMs) return;
    told.add('window');
    const message =
      'New time series take times from two hours ago to half an hour ahead, unless their settings say more';
    report.note('advice', `${pathOf(position)}.timestamp`, message, 'warning');
  };

  const admit: Run['admit'] = (position) => {
    current = position;
    const point = points[position] as Point;
    const time = timeOf(point);
    if (time === undefined || !isWritableTime(time)) {
      report.refuse(
        `${pathOf(position)}.timestamp`,
        time === undefined ? 'a time, or the option `now`' : 'a time in the years 1 to 9999',
      );
      return undefined;
    }
    if (own !== undefined && point.attributes !== undefined && Object.hasOwn(point.attributes, own)) {
      report.refuse(`${pathOf(position)}.attributes`, 'names without NUL');
      return undefined;
    }
    const { hash, wasIllFormed } = read(point.attributes);
    const { expected } = reading.layout.form;
    if (expected !== undefined) {
      report.refuse(`${pathOf(position)}.attributes`, expected);
      return undefined;
    }
    if (seen.add((hash ^ (time % 2 ** 32)) >>> 0, position, isSame) !== -1) {
      report.refuse(pathOf(position), 'one point for each series and time');
      return undefined;
    }
    if (wasIllFormed) {
      const path = `${pathOf(position)}.attributes`;
      report.note('sanitized', path, 'Halves of surrogate pairs became U+FFFD', 'warning');
    }
    if (target === 'tsds') tellWindow(time, position);
    return printTime(time);
  };

  /** Finds a value that no keyword can hold. */
  const tooLong = (): number | undefined =>
    reading.values.map((value) => Buffer.byteLength(value)).find((bytes) => bytes > maxTermBytes);

  let layout: Layout<FieldForm> | undefined;
  let pieces: readonly string[] = [];
  let subject = '';
  /** Prepares what does not change from document to document. */
  const prepare = (wanted: Layout<FieldForm>): void => {
    const [first = '', ...rest] = wanted.form.pieces;
    const found = prepared.get(wanted) ?? {
      pieces: [metricset + first, ...rest],
      subject: hasIds ? actions.subjectOf([name, ...wanted.form.pieces]) : '',
    };
    prepared.set(wanted, found);
    layout = wanted;
    ({ pieces, subject } = found);
  };

  const write: Run['write'] = (position, time, opening, value) => {
    if (reading.layout !== layout) prepare(reading.layout);
    const { values, isPlain } = reading;
    let text = start + time + (pieces[0] as string);
    // Quotes in values are escaped, so that one stands for the end of a value.
    let about = hasIds ? subject + time : '';
    for (let index = 0; index < values.length; index++) {
      const raw = values[index] as string;
      const each = isPlain ? raw : escapeValue(raw);
      text += each;
      text += pieces[index + 1] as string;
      if (hasIds) about += `"${each}`;
    }
    const bytes = text.length * 3 > maxTermBytes ? tooLong() : undefined;
    if (bytes !== undefined) {
      const bound = { limit: maxTermBytes, actual: bytes, unit: 'byte' } as const;
      report.refuse(`${pathOf(position)}.attributes`, `${maxTermBytes} bytes of a value at most`, bound);
      return;
    }
    if (hasIds) text = actions.of(about) + text;
    const { createdAt } = points[position] as { createdAt?: number };
    if (createdAt !== undefined && !isWritableTime(createdAt)) {
      tellOnce('dropped', position, 'createdAt', 'Left out, expected a time in the years 1 to 9999');
    } else if (createdAt !== undefined) text += `,"event":{"start":"${printTime(createdAt)}"}`;
    const lines = `${text}${opening}${value}}}\n`;
    if (sink.push(lines)) return;
    const bound = { limit: maxBytes, actual: Buffer.byteLength(lines), unit: 'byte' } as const;
    report.refuse(pathOf(position), `${maxBytes} bytes of a request at most`, bound);
  };

  return { metric, settings, reader, own, admit, opening: (members) => ecs + members, write, tellOnce };
}
