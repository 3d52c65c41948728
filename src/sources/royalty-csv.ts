/** Royalty statements of distributors as delimited text: the columns that DistroKid, Reprtoir, Believe and others have. */
import type { RevenueLine, RevenueReportInput, UseType } from '../domains/revenue-report/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { readDelimited, sniffDelimiter } from './shared/delimited.js';
import { createRegionCodes } from './shared/region-codes.js';

/** What a statement does not say itself. */
export type RoyaltyCsvOptions = Omit<RevenueReportInput, 'lines'> & {
  /** @default the one that the first line has most of */
  delimiter?: ',' | ';' | '\t';
  /** The mark before decimals. @default '.' */
  decimal?: '.' | ',';
  /** Names of columns that are not known, by what they hold: `{ net: 'My share' }`. */
  columns?: Partial<Record<Member, string>>;
};

type Member =
  | 'dsp'
  | 'territory'
  | 'useType'
  | 'title'
  | 'artist'
  | 'isrc'
  | 'upc'
  | 'quantity'
  | 'currency'
  | 'gross'
  | 'net';

/** Names of columns in use, lower case; a currency in parentheses is taken off first. */
const names: Readonly<Record<Member, readonly string[]>> = {
  dsp: ['store', 'retailer', 'platform', 'dsp', 'service', 'channel'],
  territory: ['country of sale', 'country', 'territory', 'country / region'],
  useType: ['sale type', 'type', 'use type', 'usage type', 'sales type', 'song/album'],
  title: ['title', 'track title', 'track', 'song', 'product title'],
  artist: ['artist', 'artist name', 'track artist'],
  isrc: ['isrc'],
  upc: ['upc', 'ean', 'upc/ean'],
  quantity: ['quantity', 'units', 'streams', 'sales'],
  currency: ['currency', 'net currency', 'sale currency'],
  gross: ['gross amount', 'gross revenue', 'gross'],
  net: ['earnings', 'net amount', 'net revenue', 'net', 'royalty', 'amount due'],
};

const members = Object.keys(names) as Member[];

/** Words that statements have for uses, the more particular first. */
const uses: readonly (readonly [RegExp, UseType])[] = [
  [/ad[- ]?(?:supported|funded)|freemium|free/i, 'stream_ad'],
  [/ugc|user[- ]generated|content id|creation/i, 'ugc'],
  [/sync/i, 'sync'],
  [/download|purchase|song|album|track sale/i, 'download'],
  [/physical|vinyl|\bcd\b/i, 'physical'],
  [/mechanical/i, 'mechanical'],
  [/performance|broadcast|radio/i, 'performance'],
];

const useOf = (word: string): UseType => uses.find(([pattern]) => pattern.test(word))?.[1] ?? 'stream_premium';

const inParentheses = /\s*\(([A-Za-z]{3})\)\s*$/;

const bareName = (name: string): string => name.replace(inParentheses, '').trim().toLowerCase();

const whole = /^-?\d{1,15}$/;

/** Writes a number as a decimal text: thousands are parted, parentheses are a minus. What is none stays as it is. */
function decimalText(cell: string, decimal: '.' | ','): string {
  const trimmed = cell.trim();
  const inner = /^\((.*)\)$/.exec(trimmed)?.[1];
  const text = inner === undefined ? trimmed : `-${inner}`;
  const parted = decimal === '.' ? /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ : /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
  const bare = parted.test(text) ? text.replaceAll(decimal === '.' ? ',' : '.', '') : text;
  return decimal === ',' ? bare.replace(',', '.') : bare;
}

type Columns = { readonly at: ReadonlyMap<Member, number>; readonly currency: string | undefined };

function findColumns(header: readonly string[], given: RoyaltyCsvOptions['columns'] = {}): Columns {
  const bare = header.map(bareName);
  const at = new Map<Member, number>();
  for (const member of members) {
    const own = given[member];
    const index = own === undefined ? bare.findIndex((name) => names[member].includes(name)) : header.indexOf(own);
    if (index >= 0) at.set(member, index);
  }
  const missing = (['dsp', 'net'] as const).filter((member) => !at.has(member));
  if (missing.length > 0) {
    const issues = missing.map((member) => ({
      path: `header.${member}`,
      message: `no column for it, expected one of ${names[member].map((name) => `\`${name}\``).join(', ')}`,
      expected: `a column of \`columns.${member}\``,
    }));
    throw new InputInvalidError('sources/royalty-csv', issues);
  }
  const code = inParentheses.exec(header[at.get('net') ?? -1] ?? '')?.[1];
  return { at, currency: code?.toUpperCase() };
}

/**
 * Reads a statement. Cells that cannot be read stay as they are: `revenueReport` refuses them with their place, or in the mode
 * `lenient` leaves their rows out and says how many.
 *
 * @param diagnostics receives lines with broken quotes
 * @throws InputInvalidError when there is no column for services or for what was earned
 * @example
 * ```ts
 * import { fromRoyaltyCsv } from 'channel-formatters/sources/royalty-csv';
 *
 * const csv = 'Store,Country of Sale,Title,Quantity,Earnings (USD)\nSpotify,US,Aube,1204,4.61\n';
 * const statement = fromRoyaltyCsv(csv, { window: { from: '2026-07-01', to: '2026-07-31' }, currency: 'USD' });
 * console.log(statement.lines.length);
 * ```
 */
export function fromRoyaltyCsv(
  text: string,
  options: RoyaltyCsvOptions,
  diagnostics: Diagnostic[] = [],
): RevenueReportInput {
  if (typeof text !== 'string') throw new TypeError('Cannot read a royalty statement, expected a text');
  const { delimiter = sniffDelimiter(text), decimal = '.', columns, ...known } = options;
  const rows = readDelimited(text, delimiter, (line) => {
    const message = `Line ${line} has broken quotes and was read without them`;
    diagnostics.push({ code: 'normalized', severity: 'warning', path: `lines.${line}`, message });
  });
  const [header, ...body] = rows;
  const { at, currency } = findColumns(header?.cells ?? [], columns);
  const codeOf = createRegionCodes();
  const lines = body.map(({ cells }): RevenueLine => {
    const cell = (member: Member): string => {
      const index = at.get(member);
      return index === undefined ? '' : (cells[index] ?? '').trim();
    };
    const optional = <Key extends string>(key: Key, value: string) => (value === '' ? {} : { [key]: value });
    const quantity = decimalText(cell('quantity'), decimal);
    const own = cell('currency').toUpperCase() || currency;
    const line = {
      dsp: cell('dsp'),
      territory: codeOf(cell('territory')),
      useType: useOf(cell('useType')),
      title: cell('title'),
      ...optional('artist', cell('artist')),
      ...optional('isrc', cell('isrc')),
      ...optional('upc', cell('upc')),
      // A cell that is no number is refused with its place by the formatter.
      quantity: whole.test(quantity) ? Number(quantity) : quantity,
      ...(own !== undefined && own !== known.currency && { currency: own }),
      ...optional('gross', decimalText(cell('gross'), decimal)),
      net: decimalText(cell('net'), decimal),
    };
    return line as RevenueLine;
  });
  return { ...known, lines };
}
