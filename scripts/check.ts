/** Runs every check of the repository: one line each with its time, and the output of those that fail. */
import { spawn } from 'node:child_process';

type Check = { title: string; command: string; args: readonly string[] };

const script = (title: string, name: string): Check => ({ title, command: 'tsx', args: [`scripts/${name}.ts`] });

// In order, one after the other: some write files that later ones read, and the last one measures CPU time.
const checks: readonly Check[] = [
  script('generated files are fresh', 'check-generated'),
  {
    title: 'format and lint',
    command: 'biome',
    args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=100'],
  },
  { title: 'types', command: 'tsc', args: ['-p', '.', '--noEmit', '--pretty', 'false'] },
  { title: 'layers and cycles', command: 'depcruise', args: ['src', 'test', 'scripts', 'examples'] },
  { title: 'unused files, exports, packages', command: 'knip', args: ['--no-progress'] },
  script('file length', 'check-file-length'),
  script('locales', 'check-locales'),
  script('package: build, publint, attw', 'check-package'),
  script('bundle size and import time', 'check-bundle'),
];

const failed: string[] = [];
for (const check of checks) {
  const startedMs = performance.now();
  const { status, output } = await run(check);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1).padStart(6);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${check.title}`);
  if (status !== 0) {
    failed.push(check.title);
    console.log(`\n${output.trimEnd()}\n`);
  }
}

if (failed.length > 0) {
  console.error(`${failed.length} of ${checks.length} checks failed: ${failed.join('; ')}`);
  process.exit(1);
}

function run({ command, args }: Check): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString() }));
  });
}
