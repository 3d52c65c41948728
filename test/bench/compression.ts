/** How much smaller the golden messages get, by formatter and size. Not a matter of time: the same on every machine. */

import { train } from '../../scripts/dictionaries/train.js';
import { compress, type Dictionary } from '../../src/codec/compress.js';
import { type CorpusMessage, corpusFormatters, goldenMessages } from '../golden/corpus.js';
import { dictionaries } from '../support/dictionaries.js';

const goal = 0.75;
const dictionaryBytes = 16_000;

const classes: readonly { readonly name: string; readonly under: number }[] = [
  { name: 'under 1 kB', under: 1000 },
  { name: '1 to 4 kB', under: 4000 },
  { name: '4 to 16 kB', under: 16_000 },
  { name: 'over 16 kB', under: Number.POSITIVE_INFINITY },
];

type Measured = {
  readonly message: CorpusMessage;
  readonly bytes: number;
  readonly gzip: number;
  readonly known: number;
  readonly unknown: number;
};

const reduction = (text: string, dictionary?: Dictionary): number => {
  const before = Buffer.byteLength(text);
  const { bytes } = compress(text, { ...(dictionary !== undefined && { dictionary }) });
  return 1 - bytes.length / before;
};

/** `unknown`: with a dictionary that was made without the messages of the same input, so as for messages never seen. */
function measureAll(formatter: string, released: Dictionary): Measured[] {
  const messages = goldenMessages(formatter);
  const groups = [...new Set(messages.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const others = messages.filter((message) => message.group !== group);
    const heldOut = { id: 'held-out', bytes: Buffer.from(train(others, dictionaryBytes).join('')) };
    return messages
      .filter((message) => message.group === group)
      .map((message) => ({
        message,
        bytes: Buffer.byteLength(message.text),
        gzip: reduction(message.text),
        known: reduction(message.text, released),
        unknown: reduction(message.text, heldOut),
      }));
  });
}

const mean = (values: readonly number[]): string =>
  `${((values.reduce((sum, value) => sum + value, 0) / values.length) * 100).toFixed(1).padStart(5)} %`;

function printRow(name: string, rows: readonly Measured[]): void {
  if (rows.length === 0) return;
  const cells = (['gzip', 'known', 'unknown'] as const).map((column) => mean(rows.map((row) => row[column])));
  process.stdout.write(`  ${name.padEnd(24)} ${String(rows.length).padStart(4)}  ${cells.join('    ')}\n`);
}

/** Prints the table, and the messages that stay over a quarter of their size. */
export function benchCompression(): void {
  process.stdout.write(
    '\nCompression of the golden messages, mean reduction. `released`: the dictionaries of the package, which were made of\n' +
      'these very messages; `held out`: dictionaries made without the messages of the same input, as for one never seen.\n' +
      `  ${'formatter, size'.padEnd(24)} messages  gzip  released  held out\n`,
  );
  const all: Measured[] = [];
  for (const formatter of corpusFormatters) {
    const released = dictionaries.get(`${formatter}-1`);
    if (released === undefined) throw new Error(`there is no dictionary ${formatter}-1`);
    const rows = measureAll(formatter, released);
    all.push(...rows);
    printRow(formatter, rows);
    let from = 0;
    for (const { name, under } of classes) {
      printRow(
        `  ${name}`,
        rows.filter(({ bytes }) => bytes >= from && bytes < under),
      );
      from = under;
    }
  }
  printRow('all', all);
  const short = all.filter(({ unknown }) => unknown < goal);
  process.stdout.write(
    `  Under ${goal * 100} % with held-out dictionaries: ${short.length} of ${all.length} messages\n`,
  );
  for (const { message, bytes, unknown } of short) {
    const { formatter, name, locale } = message;
    process.stdout.write(`    ${formatter}, ${name}, ${locale}, ${bytes} bytes: ${(unknown * 100).toFixed(1)} %\n`);
  }
}
