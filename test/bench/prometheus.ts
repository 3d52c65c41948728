/** Prometheus text and OpenMetrics against the serialisation of the batch itself, and against prom-client. */
import { Counter, Registry } from 'prom-client';
import { createFormatters } from '../../src/index.js';
import type { CounterPoint } from '../../src/metric/model.js';
import { manySeries } from './metrics.js';
import { compare, print } from './rounds.js';

/** Strings put together from parts are made one when their bytes are wanted, which a server always does. */
const bytes = (text: unknown): number => Buffer.byteLength(String(text));

async function peer(type: 'text' | 'openmetrics', points: readonly CounterPoint[]): Promise<Registry> {
  const registry = new Registry();
  if (type === 'openmetrics') registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE as never);
  const labelNames = Object.keys(points[0]?.attributes ?? {});
  const counter = new Counter({ name: 'http_requests_total', help: 'Requests', labelNames, registers: [registry] });
  for (const { attributes = {}, value } of points) counter.inc({ ...attributes }, Number(value));
  return registry;
}

/** What prom-client takes of CPU time, which `compare` cannot measure: it answers later. */
async function timePeer(registry: Registry, rounds: number): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    bytes(await registry.metrics());
    const { user, system } = process.cpuUsage(start);
    samples.push(user + system);
  }
  return samples.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

/** Runs the whole comparison. */
export async function benchPrometheus(): Promise<void> {
  const batch = manySeries();
  const points = batch.metrics[0]?.points as readonly CounterPoint[];
  const { prometheus } = createFormatters({ tenantId: 'bench' });
  const write = (format: 'text' | 'openmetrics' | 'protobuf') => (): number =>
    bytes(prometheus.format(batch, { format }).payload.body);
  const timings = compare(
    [
      { name: 'floor: JSON.stringify of the batch', run: () => bytes(JSON.stringify(batch)) },
      { name: 'format, text 0.0.4', run: write('text') },
      { name: 'format, OpenMetrics 1.0', run: write('openmetrics') },
    ],
    1,
    41,
  );
  const peers = await Promise.all(
    (['text', 'openmetrics'] as const).map(async (type) => {
      const microseconds = await timePeer(await peer(type, points), 15);
      return { name: `prom-client, ${type}`, microseconds, p99: microseconds };
    }),
  );
  const title = `10,000 series to Prometheus, ${bytes(prometheus.format(batch).payload.body)} bytes`;
  print(title, [...timings, ...peers], 'floor: JSON.stringify of the batch');
}
