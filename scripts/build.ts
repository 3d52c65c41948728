/** Builds `dist/`: JavaScript twice (tsup.config.ts), then the declarations, which serve both builds as they are. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

function run(module: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [`node_modules/${module}`, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync('dist', { recursive: true, force: true });
run('tsup/dist/cli-default.js');
// Bundled declarations (tsup's `dts`) take three times as long and hide nothing that `exports` does not hide already.
run('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', 'dist/esm');
// dist/cjs/package.json says "commonjs", and with it the same text declares CommonJS modules.
cpSync('dist/esm', 'dist/cjs', { recursive: true, filter: (source) => !/\.js(\.map)?$/.test(source) });
