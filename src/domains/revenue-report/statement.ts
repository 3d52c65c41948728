/** A statement that was looked through once: what it adds up to, by service, territory, use and currency. */
import { type Decimal, decimalToNumber, formatDecimal, roundTogether } from '../../kernel/decimal.js';
import type { ReportContext } from '../../report/context.js';
import { createMoney, type Group, groupLines, type Money, type Sums, totalOf } from './money.js';
import type { RevenueReportInput } from './schema.js';

/** A group with its amounts rounded together with all others, so that a column adds up to the total below it. */
export type Share = {
  readonly key: string;
  readonly sums: Sums;
  /** Rounded to the minor unit. */
  readonly net: string;
  readonly previousNet: string;
  /** Of all net revenue; `undefined` where that is nothing or less. */
  readonly share: number | undefined;
};

export type Statement = {
  readonly input: RevenueReportInput;
  readonly money: Money;
  readonly total: Sums;
  /** Whether any line says what it was before. */
  readonly hasBefore: boolean;
  readonly byDsp: readonly Share[];
  readonly byTerritory: readonly Share[];
  readonly byUse: readonly Share[];
};

function sharesOf(groups: readonly Group[], { digits }: Money, total: Decimal): Share[] {
  const nets = roundTogether(
    groups.map(({ sums }) => sums.net),
    digits,
  );
  const before = roundTogether(
    groups.map(({ sums }) => sums.previousNet),
    digits,
  );
  const whole = decimalToNumber(total);
  const shares = groups.map(({ key, sums }, index): Share => {
    const [net, previousNet] = [nets[index] ?? sums.net, before[index] ?? sums.previousNet];
    const share = whole > 0 ? decimalToNumber(sums.net) / whole : undefined;
    return { key, sums, net: formatDecimal(net), previousNet: formatDecimal(previousNet), share };
  });
  return shares.sort((a, b) => Number(b.net) - Number(a.net));
}

/** Looks through a statement. */
export function readStatement(input: RevenueReportInput, context: ReportContext): Statement {
  const money = createMoney(input, context);
  const total = totalOf(input, money);
  const by = (keyOf: (line: RevenueReportInput['lines'][number]) => string): Share[] =>
    sharesOf(groupLines(input, money, keyOf), money, total.net);
  return {
    input,
    money,
    total,
    hasBefore: input.lines.some(({ previousNet }) => previousNet !== undefined),
    byDsp: by(({ dsp }) => dsp),
    byTerritory: by(({ territory }) => territory),
    byUse: by(({ useType }) => useType),
  };
}
