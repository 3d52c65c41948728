/**
 * Fails when a generated file is not what the generators write.
 *
 * Compares contents before and after a run instead of asking git, so that it also works beside uncommitted changes.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPaths } from './generators.js';

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

const read = (): Map<string, string> =>
  new Map(generatedPaths.flatMap(filesIn).map((file) => [file, readFileSync(file, 'utf8')]));

const before = read();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/gen.ts'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const after = read();

const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
for (const file of stale) {
  const what = !before.has(file) ? 'was missing' : !after.has(file) ? 'was left over' : 'was out of date';
  console.error(`${file} ${what}`);
}
if (stale.length > 0) {
  console.error('The files are written now: look at them and commit them (npm run gen).');
  process.exit(1);
}
