/**
 * Runs the benchmarks as consumers run the library: bundled. tsx keeps the names of functions by calls that the library's
 * own build does not have, and that cost it, but no peer, a third of its time.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = new URL('../test/bench/run.ts', import.meta.url);
const folder = fileURLToPath(new URL('../node_modules/.cache/channel-formatters/', import.meta.url));
const outfile = `${folder}bench.mjs`;

mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [fileURLToPath(entry)],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Benchmarks find files beside their sources.
  define: { 'import.meta.url': JSON.stringify(entry.href) },
  outfile,
  logLevel: 'error',
});
await import(outfile);
