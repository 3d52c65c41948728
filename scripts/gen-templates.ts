/**
 * Compiles `templates/<channel>/*.hbs` into modules that need the runtime of Handlebars only. Run by `npm run gen`; the
 * output is committed. Two folders as arguments, from and to, compile those instead: the fixtures of the tests.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { firstWords } from './templates/emit.js';
import { formatFinding } from './templates/finding.js';
import { generateTemplates } from './templates/generate.js';

const [from = 'templates', to = 'src/generated/templates'] = process.argv.slice(2);

const sources = new Map(
  readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [name.slice(0, -'.hbs'.length).split(sep).join('/'), readSource(join(from, name))]),
);

/** Git may check files out with CR LF. */
function readSource(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

const { modules, findings } = generateTemplates({ sources, from, to });
for (const finding of findings) console.error(formatFinding(finding));
if (findings.length > 0) process.exit(1);

const isGenerated = (file: string): boolean => readFileSync(file, 'utf8').startsWith(firstWords);
for (const name of existsSync(to) ? readdirSync(to, { recursive: true, encoding: 'utf8' }) : []) {
  const isStale = name.endsWith('.ts') && !modules.has(name.split(sep).join('/')) && isGenerated(join(to, name));
  if (isStale) rmSync(join(to, name));
}
for (const [path, text] of modules) {
  const file = join(to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
