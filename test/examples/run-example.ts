/** Runs examples as processes of their own, as a person at a terminal does. */
import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs Node with these arguments in the repository and returns how it ended. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const options = { cwd: repository, env: { ...process.env, ...env }, maxBuffer: 16 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

/** Runs `examples/<id>.ts` from its source. */
export const runExample = (id: string, args: readonly string[] = []): Promise<Run> =>
  runNode(['--import', 'tsx', `examples/${id}.ts`, ...args]);

/** Bundles `examples/<id>.ts` with what it reads, for tests that run it often: a second of compiling each adds up. */
export async function bundleExample(id: string, folder: string): Promise<string> {
  const outfile = join(folder, `${id}.mjs`);
  await build({
    absWorkingDir: repository,
    entryPoints: [`examples/${id}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  cpSync(join(repository, 'examples', 'inputs'), join(folder, 'inputs'), { recursive: true });
  return outfile;
}
