/** Line protocol against the serialisation of the batch itself, and against the official client's Point. */
import { Point } from '@influxdata/influxdb-client';
import { createFormatters } from '../../src/index.js';
import type { CounterPoint } from '../../src/metric/model.js';
import { manySeries } from './metrics.js';
import { compare, print } from './rounds.js';

const bytes = (text: string): number => Buffer.byteLength(text);

/** Runs the whole comparison. */
export function benchInfluxDB(): void {
  const batch = manySeries();
  const points = batch.metrics[0]?.points as readonly CounterPoint[];
  const { influxdb } = createFormatters({ tenantId: 'bench' });
  const peer = (): number => {
    const lines = points.map(({ attributes = {}, value, timestamp }) => {
      const point = new Point('http_requests_total').tag('tenant', 'bench').timestamp(timestamp);
      for (const name in attributes) point.tag(name, attributes[name] ?? '');
      return point.floatField('value', value).toLineProtocol();
    });
    return bytes(lines.join('\n'));
  };
  const timings = compare(
    [
      { name: 'floor: JSON.stringify of the batch', run: () => bytes(JSON.stringify(batch)) },
      { name: 'format', run: () => bytes(influxdb.format(batch).payload.lines.join('\n')) },
      { name: '@influxdata/influxdb-client, Point', run: peer },
    ],
    1,
    41,
  );
  print('10,000 points to InfluxDB', timings, 'floor: JSON.stringify of the batch');
}
