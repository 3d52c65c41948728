import { writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import {
  boundaryFiles,
  collectNotices,
  coreFiles,
  keepSourceImports,
  keepTogether,
  leaveParserOut,
  vendored,
} from './scripts/bundling.js';
import { entries, outputOf } from './scripts/entries.js';

const byOutput = (sources: readonly string[]) =>
  Object.fromEntries(sources.map((source) => [outputOf(source), source]));

/** Entries that are more than data: catalogs import nothing. */
const withCode = Object.values(entries).filter((source) => !source.startsWith('src/generated/'));

const inlined = new Set<string>();
const notices = () => collectNotices('dist/THIRD-PARTY-NOTICES.txt', vendored, inlined);

const common: Options = {
  target: 'node20',
  // Readable as it is; maps would be a third of the package.
  sourcemap: false,
  // `node:` is the safer spelling everywhere that this package runs.
  removeNodeProtocol: false,
  // Optional, and loaded on demand: tsup would inline what package.json lists for development only.
  external: ['jsdom', /^libphonenumber-js(\/|$)/],
  silent: true,
  // Letters as they are: escapes make Arabic catalogs twice as large, and slower to read.
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
};

const cjs: Options = {
  ...common,
  format: ['cjs'],
  outDir: 'dist/cjs',
  splitting: false,
  outExtension: () => ({ js: '.js' }),
};

// Three parts, because tsup's `cjs` with splitting rewrites `?.` and class fields into slow helper calls, and without
// splitting gives every entry its own copy of each class. So CJS keeps one file a source file, and only the files that
// name a vendored package are bundled. The declarations are emitted by tsc (tsconfig.build.json).
export default defineConfig([
  {
    ...common,
    entry: byOutput(Object.values(entries)),
    format: ['esm'],
    outDir: 'dist/esm',
    splitting: true,
    noExternal: [...vendored],
    esbuildPlugins: [leaveParserOut(), keepTogether(coreFiles, withCode), notices()],
  },
  { ...cjs, entry: ['src/**/*.ts', ...boundaryFiles.map((file) => `!${file}`)], bundle: false },
  {
    ...cjs,
    entry: byOutput(boundaryFiles),
    noExternal: [...vendored],
    esbuildPlugins: [leaveParserOut(), keepSourceImports(), notices()],
    onSuccess: async () => writeFileSync('dist/cjs/package.json', '{"type":"commonjs"}\n'),
  },
]);
