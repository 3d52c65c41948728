/** Contradictions in a statement: sums that are none, splits that do not make a whole, balances that do not follow. */
import type { Inline } from '../../document/nodes.js';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalToNumber,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  sumDecimals,
  zero,
} from '../../kernel/decimal.js';
import type { ReportContext } from '../../report/context.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding } from '../../report/model.js';
import { type Money, rounded, type Sums } from './money.js';
import { streamRates } from './per-stream.js';
import type { RevenueLine, RevenueReportInput } from './schema.js';
import { territoryName } from './territory.js';

const text = (value: string): Inline => ({ type: 'text', value });
const decimalOf = (value: string): Decimal => parseDecimal(value) ?? zero;
const amountOf = ({ currency }: Money, amount: string): Inline => ({ type: 'money', amount, currency });

/** Half a unit of the last decimal, so often: what rounding of so many rows can add up to. */
const halfUnits = (scale: number, rows: number): Decimal => ({
  units: 5n * BigInt(Math.max(1, rows)),
  scale: scale + 1,
});

const isOff = (one: Decimal, other: Decimal, tolerance: Decimal): boolean => {
  const difference = subtractDecimals(one, other);
  const size = difference.units < 0n ? { ...difference, units: -difference.units } : difference;
  return compareDecimals(size, tolerance) > 0;
};

/** Gross less deductions is net, within half of the last decimal that the amounts are given with. */
function isLineOff({ gross, deductions = [], net }: RevenueLine): boolean {
  if (gross === undefined) return false;
  const parts = [gross, net, ...deductions.map(({ amount }) => amount)].map(decimalOf);
  const scale = Math.min(...parts.map((part) => part.scale));
  const left = subtractDecimals(decimalOf(gross), sumDecimals(deductions.map(({ amount }) => decimalOf(amount))));
  return isOff(left, decimalOf(net), halfUnits(scale, 1));
}

function lineFindings(context: ReportContext, { lines }: RevenueReportInput): Finding[] {
  const off = lines.flatMap((line, index) => (isLineOff(line) ? [`lines.${index}`] : []));
  if (off.length === 0) return [];
  const params = { count: { type: 'number', value: off.length } } as const;
  return [makeFinding(context, 'finding.netOfLines', { params, counts: ['count'], paths: off })];
}

const totals = [
  ['gross', 'revenueReport.gross'],
  ['net', 'revenueReport.net'],
] as const;

function totalFindings(context: ReportContext, input: RevenueReportInput, money: Money, sums: Sums): Finding[] {
  const { totals: stated = {}, lines } = input;
  const found = totals.flatMap(([name, label]): Finding[] => {
    const total = stated[name];
    if (total === undefined || (name === 'gross' && lines.some(({ gross }) => gross === undefined))) return [];
    if (!isOff(sums[name], decimalOf(total), halfUnits(money.digits, lines.length))) return [];
    const params = {
      what: text(context.localizer.t(label)),
      parts: amountOf(money, rounded(money, sums[name])),
      total: amountOf(money, total),
    };
    return [makeFinding(context, 'finding.total', { params, paths: [`totals.${name}`, 'lines'] })];
  });
  if (stated.quantity === undefined || stated.quantity === sums.quantity) return found;
  const params = {
    what: text(context.localizer.t('revenueReport.quantity')),
    parts: { type: 'number', value: sums.quantity },
    total: { type: 'number', value: stated.quantity },
  } as const;
  return [...found, makeFinding(context, 'finding.total', { params, paths: ['totals.quantity', 'lines'] })];
}

/** Shares of a work make a whole to nine decimals. */
const splitTolerance = 1e-9;

/** The sums of shares, by work; `''` for the whole statement. */
export function splitSums({ splits = [] }: RevenueReportInput): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { work = '', shareRatio } of splits) sums.set(work, (sums.get(work) ?? 0) + shareRatio);
  return sums;
}

/** Tells whether the shares of a work make a whole. */
export const isWhole = (sum: number): boolean => Math.abs(sum - 1) <= splitTolerance;

function splitFindings(context: ReportContext, input: RevenueReportInput): Finding[] {
  return [...splitSums(input)].flatMap(([work, sum]): Finding[] => {
    if (isWhole(sum)) return [];
    const name = work === '' ? context.localizer.t('revenueReport.allWorks') : work;
    const params = {
      work: text(name),
      sum: { type: 'number', value: sum, style: 'percent', maxFractionDigits: 4 },
    } as const;
    const paths = (input.splits ?? []).flatMap((split, index) =>
      (split.work ?? '') === work ? [`splits.${index}`] : [],
    );
    return [makeFinding(context, 'finding.splitSum', { params, paths })];
  });
}

const larger = (one: Decimal, other: Decimal): Decimal => (compareDecimals(one, other) >= 0 ? one : other);

/** What follows from a balance: what is paid out, and what stays to be earned back. */
function settle({
  balance,
  adjustments = [],
}: RevenueReportInput): { payable: Decimal; unrecouped: Decimal } | undefined {
  if (balance === undefined) return undefined;
  const adjusted = sumDecimals(adjustments.map(({ amount }) => decimalOf(amount)));
  const closing = addDecimals(addDecimals(decimalOf(balance.broughtForward), decimalOf(balance.earned)), adjusted);
  const threshold = decimalOf(balance.threshold ?? '0');
  const due = larger(zero, closing);
  const unrecouped = larger(zero, subtractDecimals(zero, closing));
  return { payable: compareDecimals(due, threshold) < 0 ? zero : due, unrecouped };
}

function balanceFindings(context: ReportContext, input: RevenueReportInput, money: Money): Finding[] {
  const { balance } = input;
  const settled = settle(input);
  if (balance === undefined || settled === undefined) return [];
  const { localizer } = context;
  const stated = [
    ['payable', balance.payable, 'revenueReport.payable'],
    ['unrecouped', balance.unrecouped, 'revenueReport.unrecouped'],
  ] as const;
  return stated.flatMap(([name, amount, label]): Finding[] => {
    if (amount === undefined || !isOff(settled[name], decimalOf(amount), halfUnits(money.digits, 1))) return [];
    const params = {
      what: text(localizer.t(label)),
      stated: amountOf(money, amount),
      derived: amountOf(money, formatDecimal(roundDecimal(settled[name], money.digits))),
    };
    return [makeFinding(context, 'finding.balance', { params, paths: [`balance.${name}`] })];
  });
}

/** Where a major unit is worth about a dollar, no stream pays a cent: streaming pools come to some 0.003 to 0.005. */
const aboutADollar: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD']);
const cent = 0.01;

/** Lines that claim this much are probably not streams, or their quantities are in thousands. */
function rateFindings(context: ReportContext, input: RevenueReportInput, money: Money): Finding[] {
  if (!aboutADollar.has(money.currency)) return [];
  const high = streamRates(input, money).find(({ rate }) => decimalToNumber(decimalOf(rate)) >= cent);
  if (high === undefined) return [];
  const { dsp, territory, rate } = high;
  const params = {
    dsp: text(dsp),
    territory: text(territoryName(context, territory)),
    rate: { type: 'money', amount: rate, currency: money.currency, maxFractionDigits: 4 },
  } as const;
  return [makeFinding(context, 'finding.streamRate', { severity: 'info', params, paths: ['lines'] })];
}

/** A refund takes back what was used and what was paid. */
function refundFindings(context: ReportContext, { lines }: RevenueReportInput): Finding[] {
  const off = lines.flatMap(({ quantity, net }, index) =>
    quantity < 0 && decimalOf(net).units > 0n ? [`lines.${index}`] : [],
  );
  if (off.length === 0) return [];
  const params = { count: { type: 'number', value: off.length } } as const;
  return [makeFinding(context, 'finding.refundSign', { params, counts: ['count'], paths: off })];
}

/** Finds all contradictions of a statement. */
export const findContradictions = (
  context: ReportContext,
  input: RevenueReportInput,
  money: Money,
  sums: Sums,
): Finding[] => [
  ...totalFindings(context, input, money, sums),
  ...lineFindings(context, input),
  ...splitFindings(context, input),
  ...balanceFindings(context, input, money),
  ...rateFindings(context, input, money),
  ...refundFindings(context, input),
];
