/** Writes metrics to InfluxDB, request by request, with the official client or without. */
import type { WriteApi, WritePrecisionType } from '@influxdata/influxdb-client';
import { createFormatters, type InfluxDBPayload } from 'channel-formatters';
import { counter, gauge, metricBatch } from 'channel-formatters/metric';

const { influxdb } = createFormatters({
  tenantId: 'maison_carthage',
  channels: { influxdb: { profile: 'v2', precision: 'ms' } },
});

// In a service: new InfluxDB({ url, token }).getWriteApi(org, bucket, precision).
function getWriteApi(precision: WritePrecisionType): Pick<WriteApi, 'writeRecords'> {
  return { writeRecords: (lines) => console.log(`# precision=${precision}\n${[...lines].join('\n')}`) };
}

function write({ lines, precision }: InfluxDBPayload): void {
  getWriteApi(precision).writeRecords(lines);
}

const timestamp = Date.UTC(2026, 10, 20, 10);

const { payload, followUps, diagnostics } = influxdb.format(
  metricBatch(
    [
      counter('streams', [
        { attributes: { country: 'FR', album: 'Random Access, Memories' }, value: 9_007_199_254_740_993n, timestamp },
      ]),
      gauge('queue.depth', [
        { attributes: { path: 'C:\\ledger\\' }, value: 312, timestamp },
        { attributes: { path: '/ledger' }, value: Number.NaN, timestamp },
      ]),
    ],
    { service: 'ledger' },
  ),
);

for (const part of [payload, ...followUps]) write(part);
for (const { code, path, message } of diagnostics) console.error(`${code} ${path}: ${message}`);
