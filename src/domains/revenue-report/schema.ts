/** The canonical royalty statement: lines of what was used where and paid, who shares in it, and what is owed. */
import { isCurrency } from '../../i18n/currency.js';
import { isRateTable, type RateTable } from '../../i18n/rates.js';
import * as z from '../../kernel/zod.js';
import { amountSchema, ratioSchema } from '../../report/figure.js';
import { isIsrc } from '../../report/identifiers.js';
import { daySchema, type ReportWindow, windowSchema } from '../../report/period.js';
import { isIswc } from './iswc.js';

export type UseType =
  | 'stream_premium'
  | 'stream_ad'
  | 'download'
  | 'ugc'
  | 'sync'
  | 'physical'
  | 'performance'
  | 'mechanical';

export type DeductionKind = 'distributor_fee' | 'tax' | 'refund' | 'mechanical' | 'reserve';

/** What was used, where, how often, and what it paid. Amounts are decimal texts in major units. */
export type RevenueLine = {
  /** The service, as it is called: `Spotify`. */
  dsp: string;
  /** ISO 3166-1 alpha-2, or `WW` for the world. */
  territory: string;
  useType: UseType;
  title: string;
  artist?: string;
  isrc?: string;
  iswc?: string;
  upc?: string;
  /** Uses; refunds are negative. */
  quantity: number;
  /** ISO 4217. @default that of the statement */
  currency?: string;
  gross?: string;
  deductions?: { kind: DeductionKind; amount: string }[];
  net: string;
  /** The same line in the window before, in the same currency. Lines that are gone stay, with a net of `0`. */
  previousNet?: string;
  previousQuantity?: number;
};

/** Who has which part of a work, or of the whole statement. */
export type RevenueSplit = {
  /** ISRC or ISWC of lines. @default all lines */
  work?: string;
  party: string;
  /** As it is called: `performer`, `label`, `composer`. */
  role: string;
  shareRatio: number;
};

/** What is owed after advances; amounts in the statement's currency. */
export type RevenueBalance = {
  /** Negative while an advance is not earned back. */
  broughtForward: string;
  earned: string;
  recouped?: string;
  unrecouped?: string;
  payable: string;
  /** Below it nothing is paid out. */
  threshold?: string;
};

export type RevenueReportInput = {
  /** The days that are reported. */
  window: ReportWindow;
  /** The days of the sales, where late services report others. */
  salesWindow?: { from: string; to: string };
  /** Whose statement it is. */
  payee?: string;
  /** ISO 4217: all totals are in it. */
  currency: string;
  /** Rates of the statement. @default the tenant's */
  fx?: RateTable;
  lines: RevenueLine[];
  /** As the sender stated them; recomputed, and a mismatch is reported. */
  totals?: { quantity?: number; gross?: string; net?: string };
  splits?: RevenueSplit[];
  balance?: RevenueBalance;
  adjustments?: { label: string; amount: string }[];
};

const uses = [
  'stream_premium',
  'stream_ad',
  'download',
  'ugc',
  'sync',
  'physical',
  'performance',
  'mechanical',
] as const;
const kinds = ['distributor_fee', 'tax', 'refund', 'mechanical', 'reserve'] as const;

const matching = (isRight: (text: string) => boolean, expected: string) =>
  z.string().check(z.refine(isRight, expected));

/** Creates the schema; on demand, since building it takes time that an import must not. */
export function revenueReportSchema() {
  const amount = amountSchema();
  const named = z.string().check(z.minLength(1, 'at least one character'));
  const currency = matching(isCurrency, 'an ISO 4217 currency code');
  const line = z.strictObject({
    dsp: named,
    territory: matching((code) => /^[A-Z]{2}$/.test(code), 'an ISO 3166-1 code of two letters, or `WW`'),
    useType: z.enum(uses),
    title: z.string(),
    artist: z.optional(z.string()),
    isrc: z.optional(matching(isIsrc, 'an ISRC as FRZ039800212')),
    iswc: z.optional(matching(isIswc, 'an ISWC with its check digit, as T0345246801')),
    upc: z.optional(matching((code) => /^\d{8,14}$/.test(code), 'a UPC or EAN of 8 to 14 digits')),
    quantity: z.int(),
    currency: z.optional(currency),
    gross: z.optional(amount),
    deductions: z.optional(z.array(z.strictObject({ kind: z.enum(kinds), amount }))),
    net: amount,
    previousNet: z.optional(amount),
    previousQuantity: z.optional(z.int()),
  });
  const split = z.strictObject({
    work: z.optional(named),
    party: named,
    role: z.string(),
    shareRatio: ratioSchema(),
  });
  return z.strictObject({
    window: windowSchema(),
    salesWindow: z.optional(z.strictObject({ from: daySchema(), to: daySchema() })),
    payee: z.optional(named),
    currency,
    fx: z.optional(
      z.custom<RateTable>(isRateTable, 'rates above zero as decimal texts, with `base`, `date` and `source`'),
    ),
    lines: z.array(line),
    totals: z.optional(
      z.strictObject({
        quantity: z.optional(z.int()),
        gross: z.optional(amount),
        net: z.optional(amount),
      }),
    ),
    splits: z.optional(z.array(split)),
    balance: z.optional(
      z.strictObject({
        broughtForward: amount,
        earned: amount,
        recouped: z.optional(amount),
        unrecouped: z.optional(amount),
        payable: amount,
        threshold: z.optional(amount),
      }),
    ),
    adjustments: z.optional(z.array(z.strictObject({ label: z.string(), amount }))),
  });
}
