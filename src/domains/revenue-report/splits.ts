/** Who gets what of a statement, to the last minor unit. */
import { allocate, type Decimal, parseDecimal, plainDecimal, roundDecimal, zero } from '../../kernel/decimal.js';
import { isWhole, splitSums } from './findings.js';
import { groupLines, type Money } from './money.js';
import type { RevenueReportInput, RevenueSplit } from './schema.js';

/** What a party gets of a work. */
export type Allocation = { readonly split: RevenueSplit; readonly amount: Decimal };

/** Spelling of identifiers differs between lines and splits. */
const plain = (id: string): string => id.replaceAll(/[-. ]/g, '').toUpperCase();

/** The net of each work that has splits of its own, and of all the rest. */
function netOfWorks(input: RevenueReportInput, money: Money): ReadonlyMap<string, Decimal> {
  const works = new Map((input.splits ?? []).flatMap(({ work }) => (work === undefined ? [] : [[plain(work), work]])));
  const groups = groupLines(
    input,
    money,
    ({ isrc = '', iswc = '' }) => works.get(plain(isrc)) ?? works.get(plain(iswc)) ?? '',
  );
  return new Map(groups.map(({ key, sums }) => [key, roundDecimal(sums.net, money.digits)]));
}

/**
 * Splits the net of each work among its parties: parts are whole minor units and add up to it. Works whose shares make no whole
 * are left out, as the statement contradicts itself about them.
 */
export function allocateSplits(input: RevenueReportInput, money: Money): Allocation[] {
  const { splits = [] } = input;
  if (splits.length === 0) return [];
  const nets = netOfWorks(input, money);
  return [...splitSums(input)].flatMap(([work, sum]): Allocation[] => {
    if (!isWhole(sum)) return [];
    const parties = splits.filter((split) => (split.work ?? '') === work);
    const weights = parties.map(({ shareRatio }) => parseDecimal(plainDecimal(shareRatio)) ?? zero);
    const parts = allocate(nets.get(work) ?? zero, weights, money.digits);
    return parties.map((split, index) => ({ split, amount: parts[index] ?? zero }));
  });
}
