/** What it takes to load and prepare all built-in templates, each time in a process of its own. The budget is 15 ms of CPU. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'src/generated/templates');
const processes = 9;

/** Source that imports every template and prepares it. */
function entry(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /[\\/].*\.ts$/.test(file));
  const imports = files.map((file, index) => `import * as module${index} from ${JSON.stringify(join(folder, file))};`);
  const runtime = JSON.stringify(join(root, 'src/template/runtime.ts'));
  const modules = files.map((_file, index) => `module${index}`).join(', ');
  return `${imports.join('\n')}
import { createRender } from ${runtime};
for (const module of [${modules}]) for (const template of Object.values(module)) createRender(template);
`;
}

const measured = (file: string): string => `
const start = process.cpuUsage();
await import(${JSON.stringify(file)});
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);
`;

/** Prints the median and the least CPU time. */
export function benchTemplates(): void {
  const directory = mkdtempSync(join(tmpdir(), 'bench-templates-'));
  try {
    const outfile = join(directory, 'templates.mjs');
    buildSync({
      stdin: { contents: entry(), resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    const script = join(directory, 'run.mjs');
    writeFileSync(script, measured(outfile));
    const times = Array.from({ length: processes }, () =>
      Number(execFileSync(process.execPath, [script], { encoding: 'utf8' })),
    ).sort((a, b) => a - b);
    const figures = `median ${times[Math.floor(processes / 2)]?.toFixed(1)} ms, least ${times[0]?.toFixed(1)} ms`;
    process.stdout.write(`\nstart-up of all templates in ${processes} processes: ${figures} of CPU\n`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
