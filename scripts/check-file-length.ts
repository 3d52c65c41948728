/** Fails on source files too long to be about one thing, and names those that come close. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const maxLines = 400;
const noteAboveLines = 250;

const exempt = /^src\/generated\/|\/golden\//;

const lengths = ['src', 'test', 'scripts', 'examples']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.ts') && !exempt.test(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines);

for (const { file, lines } of lengths) {
  if (lines > maxLines) console.error(`${file}: ${lines} lines, at most ${maxLines} are allowed`);
  else if (lines > noteAboveLines) console.log(`note: ${file} has ${lines} lines`);
}

if (lengths.some(({ lines }) => lines > maxLines)) process.exit(1);
