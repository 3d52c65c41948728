/**
 * Writes `src/generated/dictionaries/<formatter>-<version>.ts` from the messages of the golden files.
 *
 * Run by hand, with the number of a version that does not exist yet: `npx tsx scripts/gen-dictionaries.ts 2`, then
 * `npm run gen`. A dictionary that was released never changes and stays: messages that name it are kept somewhere.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { corpusFormatters, goldenMessages } from '../test/golden/corpus.js';
import { train } from './dictionaries/train.js';

/** Half of the window of deflate: the message itself needs the rest. */
const maxBytes = 16_000;
const folder = new URL('../src/generated/dictionaries/', import.meta.url);

const version = Number(process.argv[2]);
if (!Number.isInteger(version) || version < 1) {
  console.error('Expected the number of the version to write, such as 2');
  process.exit(1);
}

/** Marks, joiners and controls can be seen in the file. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join(
    '',
  );
const literal = (text: string): string => JSON.stringify(text).replace(invisible, escapeUnits);

mkdirSync(folder, { recursive: true });
for (const formatter of corpusFormatters) {
  const id = `${formatter}-${version}`;
  const segments = train(goldenMessages(formatter), maxBytes);
  const source = `// Written by scripts/gen-dictionaries.ts from the golden files. Never edit: messages that name it have to stay readable.
const segments = [
${segments.map((segment) => `  ${literal(segment)},`).join('\n')}
];

/** What messages of \`${formatter}\` have in common. */
export const ${formatter}${version}: { readonly id: string; readonly bytes: Uint8Array } = /* @__PURE__ */ Object.freeze({
  id: '${id}',
  bytes: /* @__PURE__ */ Buffer.from(/* @__PURE__ */ segments.join('')),
});
`;
  writeFileSync(new URL(`${id}.ts`, folder), source, { flag: 'wx' });
  console.log(`${id}: ${Buffer.byteLength(segments.join(''))} bytes in ${segments.length} segments`);
}
