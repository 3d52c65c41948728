/**
 * Delimited `io.prometheus.client.MetricFamily`, the only format with native histograms that servers scrape today.
 * https://github.com/prometheus/prometheus/blob/main/prompb/io/prometheus/client/metrics.proto (field numbers)
 */

import type { Family } from '../../metric/families.js';
import type {
  CounterPoint,
  Exemplar,
  HistogramPoint,
  MetricKind,
  NativeBuckets,
  Point,
  StatesetPoint,
  SummaryPoint,
} from '../../metric/model.js';
import { counterExpected } from '../../metric/rules.js';
import { admitHistogram, admitSummary } from './admit.js';
import { createRun, type Encoding, type Run } from './encoding.js';
import { createWire, type Wire } from './wire.js';

/** `MetricType`, and the field of `Metric` that holds the value. */
const types: Readonly<Record<MetricKind, { readonly type: number; readonly field: number }>> = {
  counter: { type: 0, field: 3 },
  gauge: { type: 1, field: 2 },
  info: { type: 1, field: 2 },
  stateset: { type: 1, field: 2 },
  summary: { type: 2, field: 4 },
  histogram: { type: 4, field: 7 },
};

function writeLabel(wire: Wire, field: number, name: string, value: string): void {
  wire.message(field, () => {
    wire.text(1, name);
    wire.text(2, value);
  });
}

function writeLabels(wire: Wire, { reading }: Run['reader']): void {
  const { layout, values } = reading;
  for (const { name, value } of layout.form.constants) writeLabel(wire, 1, name, value);
  for (const [index, name] of layout.names.entries()) writeLabel(wire, 1, name, values[index] as string);
}

/** `google.protobuf.Timestamp` */
function writeTime(wire: Wire, field: number, epochMs: number | undefined): void {
  if (epochMs === undefined) return;
  const seconds = Math.floor(epochMs / 1000);
  wire.message(field, () => {
    if (seconds !== 0) wire.varint(1, seconds);
    const nanoseconds = (epochMs - seconds * 1000) * 1e6;
    if (nanoseconds !== 0) wire.varint(2, nanoseconds);
  });
}

function writeExemplar(wire: Wire, field: number, exemplar: Exemplar | undefined): void {
  if (exemplar === undefined) return;
  const { attributes = {}, value, timestamp } = exemplar;
  wire.message(field, () => {
    for (const [name, text] of Object.entries(attributes))
      writeLabel(wire, 1, name.toWellFormed(), text.toWellFormed());
    wire.double(2, value);
    writeTime(wire, 3, timestamp);
  });
}

/** Counts of buckets as differences: of the first from 0, of each other from the one before. */
function deltasOf(counts: NativeBuckets['counts']): bigint[] {
  let before = 0n;
  return counts.map((count) => {
    const delta = BigInt(count) - before;
    before = BigInt(count);
    return delta;
  });
}

function writeSide(wire: Wire, spansField: number, { spans, counts }: NativeBuckets): void {
  for (const { offset, length } of spans) {
    wire.message(spansField, () => {
      wire.zigzag(1, offset);
      wire.varint(2, length);
    });
  }
  wire.packed(spansField + 1, deltasOf(counts));
}

function writeHistogram(wire: Wire, { count, sum, buckets = [], native, createdAt }: HistogramPoint): void {
  wire.varint(1, count);
  if (sum !== undefined) wire.double(2, sum);
  for (const bucket of buckets) {
    wire.message(3, () => {
      wire.varint(1, bucket.count);
      wire.double(2, bucket.le);
      writeExemplar(wire, 3, bucket.exemplar);
    });
  }
  if (native !== undefined) {
    wire.zigzag(5, native.schema);
    wire.double(6, native.zeroThreshold);
    wire.varint(7, native.zeroCount);
    if (native.negative !== undefined) writeSide(wire, 9, native.negative);
    if (native.positive !== undefined) writeSide(wire, 12, native.positive);
    // Without a span, an empty native histogram looks like a classic one; a span of nothing tells them apart.
    else if (native.negative === undefined) writeSide(wire, 12, { spans: [{ offset: 0, length: 0 }], counts: [] });
  }
  writeTime(wire, 15, createdAt);
}

function writeSummary(wire: Wire, { count, sum, quantiles, createdAt }: SummaryPoint): void {
  wire.varint(1, count);
  wire.double(2, sum);
  for (const { quantile, value } of quantiles) {
    wire.message(3, () => {
      wire.double(1, quantile);
      wire.double(2, value);
    });
  }
  writeTime(wire, 4, createdAt);
}

/** One metric: labels, a value, and a time where times are wanted. */
function writeMetric(
  wire: Wire,
  run: Run,
  encoding: Encoding,
  point: Point,
  also: () => void,
  value: () => void,
): void {
  wire.message(4, () => {
    writeLabels(wire, run.reader);
    also();
    wire.message(types[run.family.kind].field, value);
    if (encoding.hasTimestamps && point.timestamp !== undefined) wire.varint(6, point.timestamp);
  });
}

const nothing = (): void => {};

function writeNumber(wire: Wire, run: Run, encoding: Encoding, position: number): boolean {
  const { kind } = run.family;
  const point = run.points[position] as CounterPoint;
  const value = kind === 'info' ? 1 : Number(point.value);
  if (kind === 'counter' && !(value >= 0)) {
    encoding.report.refuse(`${run.pathOf(position)}.value`, counterExpected);
    return false;
  }
  if (!run.admit(position)) return false;
  writeMetric(wire, run, encoding, point, nothing, () => {
    wire.double(1, value);
    if (kind !== 'counter') return;
    writeExemplar(wire, 2, point.exemplar);
    writeTime(wire, 3, point.createdAt);
  });
  return true;
}

function writeStates(wire: Wire, run: Run, encoding: Encoding, position: number): boolean {
  const point = run.points[position] as StatesetPoint;
  const states = Object.entries(point.states);
  if (states.length === 0) encoding.report.refuse(`${run.pathOf(position)}.states`, 'at least one state');
  if (states.length === 0 || !run.admit(position)) return false;
  for (const [state, isOn] of states) {
    const label = (): void => writeLabel(wire, 1, run.family.name, state.toWellFormed());
    writeMetric(wire, run, encoding, point, label, () => wire.double(1, isOn ? 1 : 0));
  }
  return true;
}

function writeDistribution(wire: Wire, run: Run, encoding: Encoding, position: number): boolean {
  if (run.family.kind === 'histogram') {
    const point = admitHistogram(run, encoding, position);
    if (point !== undefined) writeMetric(wire, run, encoding, point, nothing, () => writeHistogram(wire, point));
    return point !== undefined;
  }
  const point = admitSummary(run, encoding, position);
  if (point !== undefined) writeMetric(wire, run, encoding, point, nothing, () => writeSummary(wire, point));
  return point !== undefined;
}

const writers: Readonly<Record<MetricKind, (wire: Wire, run: Run, encoding: Encoding, position: number) => boolean>> = {
  counter: writeNumber,
  gauge: writeNumber,
  info: writeNumber,
  stateset: writeStates,
  histogram: writeDistribution,
  summary: writeDistribution,
};

/** Writes one message for each family. A family is held as a whole: its length comes first. */
export function* writeProtobuf(families: readonly Family[], encoding: Encoding): Generator<Uint8Array> {
  for (const family of families) {
    const wire = createWire();
    const { name, help, kind, unit } = family;
    wire.text(1, name);
    if (help !== undefined) wire.text(2, help.toWellFormed());
    wire.varint(3, types[kind].type);
    const run = createRun(family, encoding);
    let written = 0;
    for (let position = 0; position < run.points.length; position++) {
      if (writers[kind](wire, run, encoding, position)) written++;
    }
    if (unit !== undefined) wire.text(5, unit);
    if (written > 0) yield wire.takeDelimited();
  }
}
