/**
 * What a text would cost with the national language tables of 3GPP TS 23.038 (version 18.0.0, annex A). An estimate only: few
 * gateways send them and not all phones read them, so no formatter counts on them.
 */
import { basicAlphabet, extensionAlphabet } from './gsm7.js';
import { concatenationOctets, septetRoom } from './limits.js';
import { type SegmentOptions, type SmsEncoding, segmentSms } from './segments.js';

/** Turkish (national language identifier 1), Spanish (2), Portuguese (3). */
export type NationalLanguage = 'tr' | 'es' | 'pt';

/** Which tables a message announces in its header. */
export type NationalTables = 'none' | 'single' | 'locking' | 'both';

export type NationalEstimate = {
  encoding: SmsEncoding;
  segments: number;
  /** The tables that make it so cheap; `none` where they win nothing. */
  tables: NationalTables;
};

/** A table in place of the default alphabet, as what differs from it. There is no Spanish one (A.3.2 is void). */
const locking: Readonly<Record<NationalLanguage, { readonly added: string; readonly removed: string } | undefined>> = {
  tr: { added: '€ıĞğŞşİç', removed: 'èìØøÆæ¡¿' },
  es: undefined,
  pt: { added: 'êúíóçÔôÁáªÀ∞^\\€Ó|ÂâÊºÍÃÕÚ~ãõ`', removed: 'èùìòØøÅåΦΓΛΩΠΨΣΘΞÆæß¤¡ÄÖÑ¿äöñ' },
};

/** A table in place of the default extension: two septets a character. */
const single: Readonly<Record<NationalLanguage, string>> = {
  tr: `${extensionAlphabet}ĞİŞçğış`,
  es: `${extensionAlphabet}çÁÍÓÚáíóú`,
  pt: `${extensionAlphabet}êçÔôÁáΦΓΩΠΨΣΘÊÀÍÓÚÃÕÂíóúãõâ`,
};

/** Octets of an information element for one table: identifier, length, language. */
const tableOctets = 3;

type Costs = ReadonlyMap<string, number>;

function costsOf(language: NationalLanguage, tables: NationalTables): Costs | undefined {
  const change = locking[language];
  const locks = tables === 'locking' || tables === 'both';
  if (locks && change === undefined) return undefined;
  const costs = new Map<string, number>();
  const extension = tables === 'single' || tables === 'both' ? single[language] : extensionAlphabet;
  for (const char of extension) costs.set(char, 2);
  const { added = '', removed = '' } = locks ? (change ?? {}) : {};
  // What is in both costs one septet.
  for (const char of basicAlphabet + added) if (char !== '\x1b' && !removed.includes(char)) costs.set(char, 1);
  return costs;
}

/** Segments of a text, or undefined if one of its characters is in neither table. */
function countSegments(text: string, costs: Costs, headerOctets: number, partOctets: number): number | undefined {
  const room = septetRoom(headerOctets + partOctets);
  let total = 0;
  let segments = 1;
  let used = 0;
  for (const char of text) {
    const cost = costs.get(char);
    if (cost === undefined) return undefined;
    total += cost;
    if (used + cost > room) {
      segments += 1;
      used = 0;
    }
    used += cost;
  }
  // A header of its own has an octet for its length, which the one of a part has already.
  return total <= septetRoom(headerOctets === 0 ? 0 : headerOctets + 1) ? 1 : segments;
}

const choices: readonly (readonly [tables: NationalTables, count: number])[] = [
  ['single', 1],
  ['locking', 1],
  ['both', 2],
];

/**
 * Estimates what a text would cost with the tables of its language.
 *
 * @example
 * ```ts
 * import { estimateNationalSms } from 'channel-formatters/sms';
 *
 * console.log(estimateNationalSms('Işıkları söndürmeyi unutmayın', 'tr').tables);
 * ```
 */
export function estimateNationalSms(
  text: string,
  language: NationalLanguage,
  { referenceBits = 8 }: SegmentOptions = {},
): NationalEstimate {
  const { encoding, segments } = segmentSms(text, { referenceBits });
  let best: NationalEstimate = { encoding, segments: segments.length, tables: 'none' };
  for (const [tables, count] of choices) {
    const costs = costsOf(language, tables);
    if (costs === undefined) continue;
    const needed = countSegments(text, costs, count * tableOctets, concatenationOctets[referenceBits]);
    if (needed !== undefined && needed < best.segments) best = { encoding: 'GSM-7', segments: needed, tables };
  }
  return best;
}
