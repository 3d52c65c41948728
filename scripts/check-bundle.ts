/**
 * Measures what the package costs its consumers, on the packed files in `dist/` (build first): bytes in a bundle, CPU time
 * of an import, and that it loads on hosts with less than all of Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { withPacked } from './packed.js';

/** Names that only the code of a package contains, so that a bundle's text shows whether the package is in it. */
const traces: Readonly<Record<string, RegExp>> = {
  jsdom: /jsdom/,
  dompurify: /ALLOW_UNKNOWN_PROTOCOLS/,
  handlebars: /blockHelperMissing/,
  micromark: /codeFencedFenceSequence/,
};

type BundleGoal = {
  what: string;
  code: string;
  maxBytes?: number;
  /** A budget that is not met yet. It is printed with the distance; `maxBytes` keeps the distance from growing. */
  budgetBytes?: number;
  without?: string[];
  with?: string[];
};

const bundleGoals: readonly BundleGoal[] = [
  {
    what: 'bundle of factory + slack + one locale',
    code: `export * as factory from 'channel-formatters/factory';
      export * as slack from 'channel-formatters/slack';
      export * as en from 'channel-formatters/locales/en';`,
    maxBytes: 142_500,
    budgetBytes: 90_000,
    without: Object.keys(traces),
  },
  { what: "bundle of a bare import 'channel-formatters'", code: "import 'channel-formatters';", maxBytes: 0 },
  { what: 'bundle of everything', code: "export * as all from 'channel-formatters';", without: ['jsdom', 'dompurify'] },
  // Proves that the trace is still one: where Markdown is asked for it must show.
  {
    what: 'bundle of parse-markdown',
    code: "export * as all from 'channel-formatters/parse-markdown';",
    with: ['micromark'],
  },
];

/** `budgetMs`: a budget that is not met yet, printed with its distance; `maxCpuMs` keeps the distance from growing. */
const importGoals: readonly { what: string; specifier: string; maxCpuMs: number; budgetMs?: number }[] = [
  { what: 'import of channel-formatters/slack', specifier: 'channel-formatters/slack', maxCpuMs: 30 },
  { what: 'import of channel-formatters', specifier: 'channel-formatters', maxCpuMs: 125, budgetMs: 100 },
];

/**
 * What the import budgets are scaled by: the import of all of zod, as separate files, in the version of the lockfile. Reading,
 * compiling and linking many modules is what an import costs, so a machine is slow at both alike.
 */
const referenceModule = import.meta.resolve('zod');
/** Its CPU time on the 2-core build machine with Node 20: the least of 60 processes on 2026-11-21. Slower machines get more. */
const referenceMachineMs = 56;
const importRounds = 15;

const useSlack = `
  const formatters = createFormatters({ tenantId: 'smoke', locales: [en] }, { slack });
  const { payload } = formatters.slack.format({ severity: 'error', title: 'Smoke', source: 'check', startedAt: 0 });
  if (!payload.text.includes('Smoke')) throw new Error('The payload does not say what happened');`;

const runGoals = [
  {
    what: 'require and use of slack without require(esm)',
    args: [
      '--no-experimental-require-module',
      '--eval',
      `const { createFormatters } = require('channel-formatters/factory');
      const { en } = require('channel-formatters/locales/en');
      const { slack } = require('channel-formatters/slack');
      ${useSlack}`,
    ],
  },
  {
    what: 'import and use of slack without eval',
    args: [
      '--disallow-code-generation-from-strings',
      '--input-type=module',
      '--eval',
      `import { createFormatters } from 'channel-formatters/factory';
      import { en } from 'channel-formatters/locales/en';
      import { slack } from 'channel-formatters/slack';
      ${useSlack}`,
    ],
  },
  {
    what: 'import and use of the root without eval',
    args: [
      '--disallow-code-generation-from-strings',
      '--input-type=module',
      '--eval',
      `import { createFormatters as create } from 'channel-formatters';
      const [createFormatters, en, slack] = [({ tenantId }) => create({ tenantId })];
      ${useSlack}`,
    ],
  },
];

if (!existsSync('dist/esm/index.js')) {
  console.error('There is no complete dist/ to measure: npm run build');
  process.exit(1);
}

type Row = { what: string; measured: string; budget: string; ok: boolean };

const rows = await withPacked(async ({ consumer }) => [
  ...(await Promise.all(bundleGoals.map((goal) => bundleRow(goal, consumer)))),
  ...importGoals.map((goal) => importRow(goal, consumer)),
  ...runGoals.map((goal) => runRow(goal, consumer)),
]);

const width = (column: 'what' | 'measured') => Math.max(...rows.map((row) => row[column].length));
for (const { what, measured, budget, ok } of rows) {
  console.log(
    [ok ? 'ok  ' : 'FAIL', what.padEnd(width('what')), measured.padStart(width('measured')), budget].join('  '),
  );
}
if (rows.some(({ ok }) => !ok)) process.exit(1);

async function bundleRow(
  { what, code, maxBytes, budgetBytes, without = [], with: wanted = [] }: BundleGoal,
  consumer: string,
): Promise<Row> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    metafile: true,
    // Not this repository's: its `paths` lead to the sources.
    tsconfigRaw: {},
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text ?? '';
  const bytes = Buffer.byteLength(text.trim());
  const holds = (name: string) =>
    traces[name]?.test(text) === true ||
    Object.keys(metafile.inputs).some((input) => input.includes(`node_modules/${name}/`));
  const unwanted = without.filter(holds);
  const missing = wanted.filter((name) => !holds(name));
  const budget = [
    maxBytes !== undefined && `at most ${maxBytes} bytes`,
    budgetBytes !== undefined &&
      bytes > budgetBytes &&
      `the budget of ${budgetBytes} is missed by ${bytes - budgetBytes}`,
    unwanted.length > 0 && `contains ${unwanted.join(', ')}`,
    missing.length > 0 && `lacks ${missing.join(', ')}`,
  ].filter((part) => part !== false);
  return {
    what,
    measured: `${bytes} bytes`,
    budget: budget.join('; '),
    ok: bytes <= (maxBytes ?? Infinity) && unwanted.length === 0 && missing.length === 0,
  };
}

/** Milliseconds as they were, and as the machine would have taken them on which the bounds were set. */
function importRow(
  { what, specifier, maxCpuMs, budgetMs = maxCpuMs }: (typeof importGoals)[number],
  consumer: string,
): Row {
  const { cpuMs, referenceMs } = leastImportCpuMs(specifier, consumer);
  const factor = Math.min(1, referenceMachineMs / referenceMs);
  const scaledMs = cpuMs * factor;
  const overMs = scaledMs - budgetMs;
  const missed = overMs > 0 ? `, the budget of ${budgetMs} is missed by ${overMs.toFixed(1)}` : '';
  return {
    what,
    measured: `${scaledMs.toFixed(1)} ms CPU`,
    budget: `at most ${maxCpuMs} ms${missed}; measured ${cpuMs.toFixed(1)} ms x ${factor.toFixed(2)}, the reference took ${referenceMs.toFixed(1)} ms`,
    ok: scaledMs <= maxCpuMs,
  };
}

function importCpuMs(specifier: string, consumer: string): number {
  const file = join(consumer, 'measure.mjs');
  writeFileSync(
    file,
    `const before = process.cpuUsage();
    await import(${JSON.stringify(specifier)});
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(String((user + system) / 1000));`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: consumer, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Cannot import ${specifier}:\n${stderr}`);
  return Number(stdout);
}

/**
 * The least of many processes: neighbours on the machine make caches cold and CPU time longer, never shorter. The reference
 * takes turns with what is measured, so that both meet the same machine.
 */
function leastImportCpuMs(specifier: string, consumer: string): { cpuMs: number; referenceMs: number } {
  let cpuMs = Number.POSITIVE_INFINITY;
  let referenceMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < importRounds; round += 1) {
    referenceMs = Math.min(referenceMs, importCpuMs(referenceModule, consumer));
    cpuMs = Math.min(cpuMs, importCpuMs(specifier, consumer));
  }
  return { cpuMs, referenceMs };
}

function runRow({ what, args }: (typeof runGoals)[number], consumer: string): Row {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: consumer, encoding: 'utf8' });
  return { what, measured: status === 0 ? 'runs' : 'fails', budget: stderr.trim(), ok: status === 0 };
}
