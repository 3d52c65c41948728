/** A batch as line protocol, in payloads that a server takes at once. */
import { measure } from '../../kernel/measure.js';
import type { InfluxProfile } from '../../metric/influx-names.js';
import type { MetricBatch } from '../../metric/model.js';
import type { Report } from '../../metric/report.js';
import { type LineSettings, writeLines } from './lines.js';
import { planMeasurements } from './measurements.js';
import { createTagReaders, type Place } from './tags.js';
import type { InfluxPrecision } from './time.js';

/** What one write request holds. */
export type InfluxDBPayload = {
  /** For `writeApi.writeRecords`, or joined by line feeds as the body of a request. */
  lines: string[];
  /** The unit of the timestamps, as the write API of the client takes it. */
  precision: InfluxPrecision;
  /** The query parameter that names the unit, as the profile's server spells it. */
  query: { precision: string };
};

export type InfluxSettings = {
  readonly profile: InfluxProfile;
  readonly precision: InfluxPrecision;
  readonly tenant: { readonly name: string; readonly value: string } | undefined;
  readonly hasResource: boolean;
  readonly isUnsigned: boolean;
  readonly nowMs: number | undefined;
};

/** `/write` of v1, `/api/v2/write` of v2, `/api/v3/write_lp` of v3. */
const spellings: Readonly<Record<InfluxProfile, Readonly<Record<InfluxPrecision, string>>>> = {
  v1: { ns: 'ns', us: 'u', ms: 'ms', s: 's' },
  v2: { ns: 'ns', us: 'us', ms: 'ms', s: 's' },
  v3: { ns: 'nanosecond', us: 'microsecond', ms: 'millisecond', s: 'second' },
};

/** Writes all lines of a batch. */
export function encodeInflux(batch: MetricBatch, settings: InfluxSettings, report: Report): string[] {
  const { profile, tenant, hasResource, precision, nowMs, isUnsigned } = settings;
  const place: Place = { path: () => '' };
  const readerOf = createTagReaders({ batch, profile, tenant, hasResource, report, place });
  const lineSettings: LineSettings = { precision, nowMs, isUnsigned, report, place, readerOf };
  const lines: string[] = [];
  for (const measurement of planMeasurements(batch, profile, report)) writeLines(measurement, lineSettings, lines);
  return lines;
}

/** Splits lines into requests of so many lines and bytes at most; each line is shorter than a request. */
export function splitLines(lines: readonly string[], maxLines: number, maxBytes: number): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    // Three bytes a UTF-16 unit at most; counted only where that could be too many.
    const most = line.length * 3 + 1;
    const size = most * maxLines <= maxBytes ? 0 : measure(line, 'byte') + 1;
    if (part.length >= maxLines || (part.length > 0 && bytes + size > maxBytes)) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(line);
    bytes += size;
  }
  parts.push(part);
  return parts;
}

export const toPayload = (lines: string[], { profile, precision }: InfluxSettings): InfluxDBPayload => ({
  lines,
  precision,
  query: { precision: spellings[profile][precision] },
});
