/** Writes what follows from the list of entry points: `exports` and `typesVersions` of package.json, and the `paths` of tsc. */
import { readFileSync, writeFileSync } from 'node:fs';
import { entries, outputOf, specifierOf } from './entries.js';

const root = new URL('../', import.meta.url);

const conditions = (output: string) => ({
  import: { types: `./dist/esm/${output}.d.ts`, default: `./dist/esm/${output}.js` },
  require: { types: `./dist/cjs/${output}.d.ts`, default: `./dist/cjs/${output}.js` },
});

const outputs = Object.entries(entries).map(([subpath, source]) => [subpath, outputOf(source)] as const);

const packageExports = {
  ...Object.fromEntries(outputs.map(([subpath, output]) => [subpath, conditions(output)])),
  './package.json': './package.json',
};

// Resolution without `exports` (TypeScript's "node10") finds the types of subpaths only through `typesVersions`.
const typesVersions = {
  '*': Object.fromEntries(
    outputs
      .filter(([subpath]) => subpath !== '.')
      .map(([subpath, output]) => [subpath.slice(2), [`./dist/cjs/${output}.d.ts`]]),
  ),
};

const paths = Object.fromEntries(
  Object.entries(entries).map(([subpath, source]) => [specifierOf(subpath), [`./${source}`]]),
);

function write(name: string, value: unknown): void {
  writeFileSync(new URL(name, root), `${JSON.stringify(value, null, 2)}\n`);
}

const manifest: Record<string, unknown> = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
write('package.json', { ...manifest, exports: packageExports, typesVersions });
write('tsconfig.paths.json', { compilerOptions: { paths } });
