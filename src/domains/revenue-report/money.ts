/** Sums of lines in the currency of the statement: exact in each currency, converted once, rounded once. */
import { currencyDigits } from '../../i18n/currency.js';
import { convert, type RateTable } from '../../i18n/rates.js';
import { addDecimals, type Decimal, formatDecimal, parseDecimal, roundDecimal, zero } from '../../kernel/decimal.js';
import { type ReportContext, reportLoss } from '../../report/context.js';
import type { Derivation, Source } from '../../report/model.js';
import type { RevenueLine, RevenueReportInput } from './schema.js';

/** Decimals that converted sums are kept with until they are rounded. */
const workingScale = 12;

/** Rates of another time are told: ECB rates move by two percent in a month. */
const maxRateAgeMs = 31 * 86_400_000;

const decimalOf = (text: string | undefined): Decimal => (text === undefined ? zero : (parseDecimal(text) ?? zero));

/** What the lines of a group add up to. */
export type Sums = {
  quantity: number;
  previousQuantity: number;
  /** Streams alone, for what a stream pays. */
  streams: number;
  net: Decimal;
  streamNet: Decimal;
  previousNet: Decimal;
  gross: Decimal;
  deducted: Decimal;
};

const empty = (): Sums => ({
  quantity: 0,
  previousQuantity: 0,
  streams: 0,
  net: zero,
  streamNet: zero,
  previousNet: zero,
  gross: zero,
  deducted: zero,
});

/** What a stream is: paid by the play, and not by the copy. */
export const isStream = ({ useType }: RevenueLine): boolean => useType === 'stream_premium' || useType === 'stream_ad';

function add(sums: Sums, line: RevenueLine): void {
  const net = decimalOf(line.net);
  sums.quantity += line.quantity;
  sums.previousQuantity += line.previousQuantity ?? 0;
  sums.net = addDecimals(sums.net, net);
  sums.previousNet = addDecimals(sums.previousNet, decimalOf(line.previousNet));
  sums.gross = addDecimals(sums.gross, decimalOf(line.gross));
  for (const { amount } of line.deductions ?? []) sums.deducted = addDecimals(sums.deducted, decimalOf(amount));
  if (!isStream(line)) return;
  sums.streams += line.quantity;
  sums.streamNet = addDecimals(sums.streamNet, net);
}

/** The money of a statement: which currencies there are, and how they become its own. */
export type Money = {
  readonly currency: string;
  /** Decimals of its minor unit. */
  readonly digits: number;
  readonly table: RateTable | undefined;
  /** Where the rates are in the input; the tenant's are no part of it. */
  readonly isStated: boolean;
  /** Currencies of lines that could be converted, that of the statement first. */
  readonly converted: readonly string[];
  /** Those for which there is no rate: their lines are in no total. */
  readonly missing: readonly string[];
};

/** The currency of a line. */
export const currencyOf = ({ currency }: Pick<RevenueReportInput, 'currency'>, line: RevenueLine): string =>
  line.currency ?? currency;

function reportRates(context: ReportContext, money: Money): void {
  const { table, missing, isStated, converted } = money;
  for (const code of missing) {
    const message = `Amounts in ${code} stay as they are, in no total: there is no rate`;
    reportLoss(context, 'unconverted', isStated ? 'fx.rates' : 'lines', message);
  }
  const { period } = context;
  if (table === undefined || period === undefined || converted.length < 2) return;
  const at = Date.parse(`${table.date}T00:00:00Z`);
  if (Math.abs(at - period.toMs) > maxRateAgeMs) {
    reportLoss(
      context,
      'rate-stale',
      isStated ? 'fx.date' : '',
      'The rates are more than 31 days from the end of the period',
    );
  }
}

/** Looks which currencies there are and which can be converted; asks the tenant for rates only where they are needed. */
export function createMoney(input: RevenueReportInput, context: ReportContext): Money {
  const { currency, fx } = input;
  const codes = new Set([currency]);
  for (const line of input.lines) codes.add(currencyOf(input, line));
  const table = fx ?? (codes.size > 1 ? context.render.tenant.config.rates?.() : undefined);
  const canConvert = (code: string): boolean =>
    code === currency || (table !== undefined && convert('1', code, currency, table) !== undefined);
  const money: Money = {
    currency,
    digits: currencyDigits(currency) ?? 2,
    table,
    isStated: fx !== undefined,
    converted: [...codes].filter(canConvert),
    missing: [...codes].filter((code) => !canConvert(code)),
  };
  reportRates(context, money);
  return money;
}

/** Converts an exact sum, keeping more decimals than will be printed. */
export function toStatement({ currency, table }: Money, sum: Decimal, code: string): Decimal {
  if (code === currency || table === undefined) return sum;
  return decimalOf(convert(formatDecimal(sum), code, currency, table, workingScale)?.amount);
}

const amounts = ['net', 'streamNet', 'previousNet', 'gross', 'deducted'] as const;

function merge(target: Sums, sums: Sums, money: Money, code: string): void {
  target.quantity += sums.quantity;
  target.previousQuantity += sums.previousQuantity;
  target.streams += sums.streams;
  for (const name of amounts) target[name] = addDecimals(target[name], toStatement(money, sums[name], code));
}

/** A group of lines and what they add up to in the statement's currency. */
export type Group = { readonly key: string; readonly first: RevenueLine; readonly sums: Sums };

/** Adds lines up by a key, in the order in which keys come first. Lines that cannot be converted are in no group. */
export function groupLines(input: RevenueReportInput, money: Money, keyOf: (line: RevenueLine) => string): Group[] {
  const groups = new Map<string, { first: RevenueLine; byCurrency: Map<string, Sums> }>();
  for (const line of input.lines) {
    const code = currencyOf(input, line);
    if (money.missing.includes(code)) continue;
    const key = keyOf(line);
    let group = groups.get(key);
    if (group === undefined) {
      group = { first: line, byCurrency: new Map() };
      groups.set(key, group);
    }
    let sums = group.byCurrency.get(code);
    if (sums === undefined) {
      sums = empty();
      group.byCurrency.set(code, sums);
    }
    add(sums, line);
  }
  return [...groups].map(([key, { first, byCurrency }]) => {
    const sums = empty();
    for (const [code, each] of byCurrency) merge(sums, each, money, code);
    return { key, first, sums };
  });
}

/** What all lines add up to. */
export const totalOf = (input: RevenueReportInput, money: Money): Sums =>
  groupLines(input, money, () => '')[0]?.sums ?? empty();

/** Rounds to the minor unit of the statement. */
export const rounded = ({ digits }: Money, amount: Decimal): string => formatDecimal(roundDecimal(amount, digits));

/** One unit of a currency in that of the statement, and where that is from. */
function rateSources({ currency, table, isStated }: Money, code: string): (Source | Derivation)[] {
  if (code === currency || table === undefined) return [];
  const rateOf = (each: string): Source => {
    if (each === table.base) return { literal: 1, because: 'base of the rates' };
    if (isStated) return `fx.rates.${each}`;
    return { literal: table.rates[each] ?? Number.NaN, because: `${table.source}, ${table.date}` };
  };
  return [{ op: 'ratio', from: [rateOf(currency), rateOf(code)] }];
}

/** Members that count, and so are in no currency. */
const counted: ReadonlySet<string> = new Set(['quantity', 'previousQuantity']);

/** How the sum of a member of lines follows from the input: currency by currency, amounts each times its rate. */
export function sumOf(
  input: RevenueReportInput,
  money: Money,
  member: string,
  where: Readonly<Record<string, string>> = {},
): Derivation {
  const path = `lines.*.${member}`;
  const isWanted = (line: RevenueLine, code: string): boolean =>
    currencyOf(input, line) === code &&
    Object.entries(where).every(([name, value]) => line[name as keyof RevenueLine] === value);
  const isMixed = money.converted.length + money.missing.length > 1;
  const parts = money.converted
    .filter((code) => input.lines.some((line) => isWanted(line, code)))
    .map((code): Derivation => {
      if (!isMixed) return { op: 'sum', from: [{ path, where }] };
      const own: Source[] = [{ path, where: { ...where, currency: code } }];
      if (code === money.currency) own.push({ path, where, absent: ['currency'] });
      const sum: Derivation = { op: 'sum', from: own };
      const rates = counted.has(member) ? [] : rateSources(money, code);
      return rates.length === 0 ? sum : { op: 'product', from: [sum, ...rates] };
    });
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { op: 'sum', from: parts };
}
