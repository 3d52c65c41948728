/** What the builds do beyond what esbuild does by itself: keep modules apart, and collect the licences of vendored packages. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/**
 * Packages that become part of the builds. zod and Markdown, because loading them as separate files costs far more CPU than
 * running them: 60 ms against 7, and 45 against 10. formatjs, because it is ESM-only, so that `require` cannot reach it on
 * hosts which start Node with `--no-experimental-require-module`, and because three quarters of it are a parser that the
 * shipped catalogs do not need. Handlebars' runtime, because its file tree takes 23 ms to load. Each is named by few source files only.
 */
export const vendored: readonly RegExp[] = [
  /^zod(\/|$)/,
  /^(mdast|micromark)(-|$)/,
  /^@formatjs\//,
  /^intl-messageformat$/,
  /^handlebars(\/|$)/,
];

/** The source files that name a vendored package. In the CJS build these alone are bundled. */
export const boundaryFiles: readonly string[] = [
  'src/kernel/zod.ts',
  'src/kernel/zod-compile.ts',
  'src/i18n/formatjs.ts',
  'src/i18n/parse-message.ts',
  'src/sanitize/markdown.ts',
  'src/template/handlebars.ts',
];

/** What most entries share, by the files that reach all of it. One file of the ESM build, see {@link keepTogether}. */
export const coreFiles: readonly string[] = [
  'src/actions/token.ts',
  'src/document/plain-text.ts',
  'src/document/severity.ts',
  'src/document/walk.ts',
  'src/formatters/channel-input.ts',
  'src/i18n/spaces.ts',
  'src/kernel/fit.ts',
  'src/kernel/graphemes.ts',
  'src/kernel/measure.ts',
  'src/sanitize/escape.ts',
  'src/sanitize/sentence.ts',
  'src/tenant/render-context.ts',
];

/** Leaves relative imports between source files as they are, so that classes and tables exist once in the CJS build. */
export function keepSourceImports(): Plugin {
  return {
    name: 'keep-source-imports',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ importer, path }) =>
        isVendored(importer) || importer === '' ? undefined : { path, external: true },
      );
    },
  };
}

/**
 * Gives formatjs the parser that throws instead of its own. Catalogs are parsed when they are generated; the messages of
 * tenants by src/i18n/parse-message.ts, which imports the real one.
 *
 * Its memory is left out too: what src/i18n/formatjs.ts asks it for is asked for once and kept there.
 */
export function leaveParserOut(): Plugin {
  const parser = '@formatjs/icu-messageformat-parser';
  const memory = '@formatjs/fast-memoize';
  return {
    name: 'leave-parser-out',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${parser}$`) }, ({ importer, resolveDir, kind }) =>
        isVendored(importer) ? build.resolve(`${parser}/no-parser.js`, { importer, resolveDir, kind }) : undefined,
      );
      build.onResolve({ filter: new RegExp(`^${memory}$`) }, () => ({ path: memory, namespace: 'no-memory' }));
      build.onLoad({ filter: /./, namespace: 'no-memory' }, () => ({
        contents: 'export const memoize = (make) => make; export const strategies = {};',
      }));
    },
  };
}

/**
 * Keeps what most entries share in one file. Splitting makes a file of its own for each set of entries that have something in
 * common, and to load one costs Node more than a millisecond: Slack's 21 files took 29 ms of CPU, these 6 take 17.
 *
 * Each entry is made to import all of `core`. Bundlers drop that import again, as the package has no side effects.
 */
export function keepTogether(core: readonly string[], entries: readonly string[]): Plugin {
  const anchor = 'channel-formatters-core';
  const importing = new Set(entries.map((file) => resolve(file)));
  return {
    name: 'keep-together',
    setup(build) {
      // Without `sideEffects` an import for nothing but its effects is left out.
      build.onResolve({ filter: new RegExp(`^${anchor}$`) }, () => ({
        path: anchor,
        namespace: anchor,
        sideEffects: true,
      }));
      build.onResolve({ filter: /./, namespace: anchor }, ({ path }) => ({ path: resolve(path), sideEffects: true }));
      build.onLoad({ filter: /./, namespace: anchor }, () => ({
        contents: core.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
      }));
      build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        importing.has(path)
          ? { contents: `${readFileSync(path, 'utf8')}\nimport ${JSON.stringify(anchor)};`, loader: 'ts' }
          : undefined,
      );
    },
  };
}

/** Writes the licence texts of everything bundled by any build to `file`, and refuses packages that nobody listed. */
export function collectNotices(file: string, allowed: readonly RegExp[], collected: Set<string>): Plugin {
  return {
    name: 'collect-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        // A failed build has none.
        if (metafile === undefined) return undefined;
        const unlisted = inlinedBySources(metafile).filter((name) => !allowed.some((pattern) => pattern.test(name)));
        if (unlisted.length > 0)
          return { errors: [{ text: `inlined, but not listed as vendored: ${unlisted.join(', ')}` }] };
        for (const input of Object.keys(metafile.inputs)) {
          const folder = packageFolder(input);
          if (folder !== undefined) collected.add(folder);
        }
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, notices([...collected].sort()));
        return undefined;
      });
    },
  };
}

const isVendored = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path);

const packageFolder = (input: string): string | undefined => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];

/** Lists the packages that source files import and that ended up inside the output. */
function inlinedBySources({ inputs }: Metafile): string[] {
  return Object.entries(inputs)
    .filter(([input]) => packageFolder(input) === undefined)
    .flatMap(([, { imports }]) => imports.filter(({ external }) => !external))
    .flatMap(({ path }) => packageFolder(path)?.replace(/^.*node_modules\//, '') ?? []);
}

function notices(folders: readonly string[]): string {
  const chapters = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const licenceFile = readdirSync(folder).find((item) => /^licen[cs]e/i.test(item));
    if (licenceFile === undefined) throw new Error(`${name} ${version} has no licence file to ship`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${licenceFile}`, 'utf8').trim()}\n`;
  });
  return ['The files in this folder contain code of these packages.\n', ...chapters].join(`\n${'-'.repeat(72)}\n\n`);
}
