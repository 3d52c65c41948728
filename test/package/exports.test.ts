import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entries, outputOf, specifierOf } from '../../scripts/entries.js';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const paths = JSON.parse(readFileSync(new URL('tsconfig.paths.json', root), 'utf8')).compilerOptions.paths;

const filesIn = (folder: string): string[] => {
  const names = readdirSync(new URL(folder, root));
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}${name}`);
};

describe('the entry points', () => {
  it('are the subpaths that package.json exports, and nothing else is exported', () => {
    expect(Object.keys(manifest.exports)).toEqual([...Object.keys(entries), './package.json']);
  });

  it.each(Object.entries(entries))('%s comes from a source file', (_subpath, source) => {
    expect(existsSync(new URL(source, root))).toBe(true);
  });

  it.each(Object.entries(entries))('%s leads to both builds of its source, types first', (subpath, source) => {
    const output = outputOf(source);
    expect(JSON.stringify(manifest.exports[subpath])).toBe(
      JSON.stringify({
        import: { types: `./dist/esm/${output}.d.ts`, default: `./dist/esm/${output}.js` },
        require: { types: `./dist/cjs/${output}.d.ts`, default: `./dist/cjs/${output}.js` },
      }),
    );
  });

  it('mean the sources to the compiler', () => {
    expect(paths).toEqual(
      Object.fromEntries(Object.entries(entries).map(([subpath, source]) => [specifierOf(subpath), [`./${source}`]])),
    );
  });

  it('hold every formatter and every source', () => {
    const definesFormatter = (file: string) =>
      /^export class \w+Formatter\b/m.test(readFileSync(new URL(file, root), 'utf8'));
    const wanted = [...filesIn('src/formatters/').filter(definesFormatter), ...filesIn('src/sources/')];
    expect(wanted).not.toEqual([]);
    expect(wanted.filter((file) => !Object.values(entries).includes(file))).toEqual([]);
  });

  it('hold every locale that has a catalog, and each of them is generated', () => {
    const tags = readdirSync(new URL('locales/', root)).flatMap((name) => /^([\w-]+)\.json$/.exec(name)?.[1] ?? []);
    expect(tags).not.toEqual([]);
    const generated = filesIn('src/generated/locales/').map((file) => file.replace(/^.*\/|\.ts$/g, ''));
    const modules = tags.flatMap((tag) => [tag, `${tag}-reports`]);
    expect(generated.sort()).toEqual(modules.sort());
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(modules.map((module) => `./locales/${module}`)));
  });

  it('map to the types of the CommonJS build where `exports` is not read', () => {
    const subpaths = Object.keys(entries).filter((subpath) => subpath !== '.');
    expect(Object.keys(manifest.typesVersions['*'])).toEqual(subpaths.map((subpath) => subpath.slice(2)));
    expect([manifest.main, manifest.module, manifest.types]).toEqual([
      './dist/cjs/index.js',
      './dist/esm/index.js',
      './dist/cjs/index.d.ts',
    ]);
  });
});

describe('the package', () => {
  it('runs no script when it is installed', () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  it('ships built files only', () => {
    expect(manifest.files).toEqual(['dist']);
  });

  it('depends on exact versions that are in the lockfile', () => {
    const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
    const { '': locked } = lock.packages;
    for (const section of ['dependencies', 'devDependencies']) {
      expect(locked[section]).toEqual(manifest[section]);
      for (const version of Object.values(manifest[section])) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('names no registry in the lockfile', () => {
    expect(readFileSync(new URL('package-lock.json', root), 'utf8')).not.toMatch(/"resolved"/);
  });
});
