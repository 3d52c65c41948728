/** A copy of the package as a consumer has it: the published files only, and of other packages only its dependencies. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What `npm pack` made, and a folder in which `channel-formatters` is installed from it. */
export type Packed = { tarball: string; files: { path: string; size: number }[]; bytes: number; consumer: string };

const run = (command: string, args: readonly string[], cwd?: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}${stdout}`);
  return stdout;
};

/** Packs `dist/` as it is (build first), hands the result to `use`, and removes it afterwards. */
export async function withPacked<Value>(use: (packed: Packed) => Value | Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'channel-formatters-'));
  try {
    return await use(pack(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pack(folder: string): Packed {
  const output = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [{ filename, files, size }] = JSON.parse(output);
  const tarball = join(folder, filename);
  const consumer = join(folder, 'consumer');
  const modules = join(consumer, 'node_modules');
  mkdirSync(modules, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', folder]);
  renameSync(join(folder, 'package'), join(modules, 'channel-formatters'));

  // Links lead back into this repository's node_modules, where dependencies of dependencies are found in turn. What the
  // package itself needs and does not declare is not found: that is the point.
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  return { tarball, files, bytes: size, consumer };
}
