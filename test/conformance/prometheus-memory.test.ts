import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../support/stream-series.ts', import.meta.url));

it('streams a million series in less than 50 MB beside the batch', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', script], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const { lines, pieces, peak } = JSON.parse(stdout) as { lines: number; pieces: number; peak: number };
  // A line a series, the type and the end.
  expect(lines).toBe(1_000_002);
  expect(pieces).toBeGreaterThan(1000);
  console.log(`peak: ${(peak / 2 ** 20).toFixed(1)} MB`);
  expect(peak).toBeLessThan(50 * 2 ** 20);
});
