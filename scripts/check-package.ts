/** Builds, packs, and checks the package as its consumers will find it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entries, specifierOf } from './entries.js';
import { type Packed, withPacked } from './packed.js';

/** Two builds of some seventy entry points with their declarations, and eight dictionaries of 16 kB in each. */
const maxPackedBytes = 1_550_000;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const problems = await buildAndCheck();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

async function buildAndCheck(): Promise<string[]> {
  const build = tool('tsx', ['scripts/build.ts'], 'the build');
  if (build.length > 0) return build;
  return withPacked((packed) => [
    ...tool('publint', ['run', packed.tarball, '--strict'], 'publint'),
    // The strict profile: also resolution without `exports`.
    ...tool('attw', [packed.tarball, '--format', 'ascii', '--no-emoji'], 'attw'),
    ...sizeProblems(packed),
    ...undeclaredTypes(packed),
    ...entryProblems(packed),
  ]);
}

function tool(name: string, args: readonly string[], title: string): string[] {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', name), args, { encoding: 'utf8' });
  return status === 0 ? [] : [`${title} failed:\n${stdout}${stderr}`];
}

function sizeProblems({ bytes }: Packed): string[] {
  console.log(`packed: ${bytes} bytes`);
  return bytes <= maxPackedBytes ? [] : [`the tarball has ${bytes} bytes, at most ${maxPackedBytes} are allowed`];
}

/** Finds packages that the declarations name and that a consumer does not get. */
function undeclaredTypes({ consumer, files }: Packed): string[] {
  const specifier = /(?:from\s|import\()\s*['"]([^.'"][^'"]*)['"]/g;
  const comment = /\/\*[\s\S]*?\*\//g;
  return files
    .filter(({ path }) => path.endsWith('.d.ts'))
    .flatMap(({ path }) => {
      const text = readFileSync(join(consumer, 'node_modules/channel-formatters', path), 'utf8');
      return [...text.replace(comment, '').matchAll(specifier)]
        .map(([, name = '']) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
        .filter((name) => !(name in { ...manifest.dependencies, ...manifest.peerDependencies }))
        .map((name) => `${path} needs the types of ${name}, which is not a dependency`);
    });
}

/** Loads every entry both ways, as hosts do that cannot `require` ESM, and compares what the two export. */
function entryProblems({ consumer }: Packed): string[] {
  const script = `
    const differing = async (name) => {
      const exported = (value) => Object.keys(value).filter((key) => key !== 'default' && key !== '__esModule').sort().join();
      const [required, imported] = [exported(require(name)), exported(await import(name))];
      if (required !== imported || imported === '') console.log(name + ': require gives [' + required + '], import [' + imported + ']');
    };
    Promise.all(${JSON.stringify(Object.keys(entries).map(specifierOf))}.map(differing));
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-experimental-require-module', '-e', script], {
    cwd: consumer,
    encoding: 'utf8',
  });
  if (status !== 0) return [`loading every entry failed:\n${stderr}`];
  return stdout.split('\n').filter((line) => line !== '');
}
