/** The command line of the demo. */
import { parseArgs } from 'node:util';
import { DemoError, oneLine } from './demo-error.js';

/** Whom the demo writes for. */
export type Reader = { locale: string; timeZone?: string };

export type DemoArguments = {
  help: boolean;
  /** Absent: the example that comes with the demo. */
  file?: string;
  /** Absent: all of them for a file, the first for the example. */
  channel?: string;
  readers: Reader[];
  now?: number;
};

const defaultReaders: readonly Required<Reader>[] = [
  { locale: 'fr-FR', timeZone: 'Europe/Paris' },
  { locale: 'ar', timeZone: 'Asia/Riyadh' },
];

const known = {
  locale: { type: 'string' },
  'time-zone': { type: 'string' },
  channel: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    // The first sentence says what is wrong, the others how to escape a dash.
    if (error instanceof TypeError) throw new DemoError(oneLine(error.message.split('. ')[0] ?? error.message));
    throw error;
  }
}

function readNow(text: string): number {
  // Without an offset it would be the time of whoever runs this.
  const now = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(now))
    throw new DemoError(`--now: \`${text}\` is not a time, expected one like 2026-11-20T10:00:00Z`);
  return now;
}

/** Reads the command line. @throws DemoError */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (more.length > 0) throw new DemoError(`Expected one file, got ${positionals.length}`);
  const { locale, 'time-zone': timeZone, channel, now, help = false } = values;
  const readers: readonly Reader[] = locale === undefined ? defaultReaders : [{ locale }];
  return {
    help,
    readers: readers.map((reader) => ({ ...reader, ...(timeZone !== undefined && { timeZone }) })),
    ...(channel !== undefined && { channel }),
    ...(file !== undefined && { file }),
    ...(now !== undefined && { now: readNow(now) }),
  };
}
