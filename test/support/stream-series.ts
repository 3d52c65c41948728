/** Streams a million series and prints, as JSON, how much memory that took beside the batch: run with `--expose-gc`. */
import { createFormatters } from '../../src/index.js';
import { counter, metricBatch } from '../../src/metric/build.js';

const series = 1_000_000;
const { prometheus } = createFormatters({ tenantId: 'label_42' });
const points = Array.from({ length: series }, (_value, at) => ({ attributes: { track: `track-${at}` }, value: at }));
const batch = metricBatch([counter('streams', points)]);

const used = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const before = used();
let peak = 0;
let lines = 0;
let pieces = 0;
for (const chunk of prometheus.formatChunks(batch, { format: 'openmetrics' }).chunks) {
  // Written to a response, a piece is gone.
  for (const char of Buffer.from(chunk)) if (char === 10) lines++;
  if (pieces++ % 200 === 0) peak = Math.max(peak, used() - before);
}
process.stdout.write(JSON.stringify({ lines, pieces, peak }));
