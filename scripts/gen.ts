/** Writes all generated files, then formats them. */
import { spawnSync } from 'node:child_process';
import { generatedPaths, generators } from './generators.js';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

for (const script of generators) run(process.execPath, ['--import', 'tsx', script]);
run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', ...generatedPaths]);
