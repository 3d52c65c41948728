/** What stands out in a statement, as sentences with their evidence. */
import type { Inline } from '../../document/nodes.js';
import { compareDecimals, decimalToNumber, parseDecimal, zero } from '../../kernel/decimal.js';
import { changeInsight } from '../../report/changes.js';
import type { ReportContext } from '../../report/context.js';
import { driverInsight, type Part } from '../../report/drivers.js';
import { makeInsight } from '../../report/insight.js';
import type { Derivation, Insight, ReportKpi } from '../../report/model.js';
import { sumOf } from './money.js';
import { priceVolume } from './per-stream.js';
import type { Share, Statement } from './statement.js';
import { territoryName } from './territory.js';

const text = (value: string): Inline => ({ type: 'text', value });

function partsOf({ input, money, byDsp }: Statement): Part[] {
  return byDsp.map(({ key, sums }): Part => {
    const where = { dsp: key };
    return {
      name: key,
      now: decimalToNumber(sums.net),
      before: decimalToNumber(sums.previousNet),
      evidence: { now: sumOf(input, money, 'net', where), before: sumOf(input, money, 'previousNet', where) },
    };
  });
}

/** One service or territory from which this much comes is worth a sentence. */
const minTopShare = 0.4;

function topInsight(
  context: ReportContext,
  { input, money }: Statement,
  shares: readonly Share[],
  member: 'dsp' | 'territory',
  nameOf: (key: string) => string,
): Insight | undefined {
  const [top] = shares;
  if (top?.share === undefined || top.share < minTopShare || top.share > 1 || shares.length < 2) return undefined;
  const where = { [member]: top.key };
  const share: Derivation = { op: 'ratio', from: [sumOf(input, money, 'net', where), sumOf(input, money, 'net')] };
  return makeInsight(context, 'insight.topShare', {
    params: {
      metric: text(context.localizer.t('metric.net')),
      name: text(nameOf(top.key)),
      share: { type: 'number', value: top.share, style: 'percent' },
    },
    evidence: [
      { param: 'share', ...share },
      { param: 'name', op: 'label', from: [{ path: `lines.*.${member}`, where }] },
    ],
  });
}

const beforeTimesNow: Derivation = {
  op: 'priceEffect',
  from: ['lines.*.net', 'lines.*.quantity', 'lines.*.previousNet', 'lines.*.previousQuantity'],
};
const volumeAtBefore: Derivation = { ...beforeTimesNow, op: 'volumeEffect' };

/** A split of less than half a minor unit is rounding. */
function priceInsight(
  context: ReportContext,
  { input, money }: Statement,
  net: ReportKpi | undefined,
): Insight | undefined {
  if (net === undefined || net.change.kind === 'withheld' || net.change.kind === 'none') return undefined;
  const split = priceVolume(input);
  if (split === undefined) return undefined;
  const amount = (value: number): Inline => ({
    type: 'money',
    amount: value.toFixed(money.digits),
    currency: money.currency,
  });
  const least = 0.5 * 10 ** -money.digits;
  if (Math.abs(split.price) < least || Math.abs(split.volume) < least) return undefined;
  return makeInsight(context, 'insight.priceVolume', {
    params: { metric: text(net.label), price: amount(split.price), volume: amount(split.volume) },
    evidence: [
      { param: 'price', ...beforeTimesNow },
      { param: 'volume', ...volumeAtBefore },
    ],
  });
}

/** What keeps money from being paid out: a threshold, or an advance. */
function balanceInsights(context: ReportContext, { input, money }: Statement): Insight[] {
  const { balance } = input;
  if (balance === undefined) return [];
  const amount = (value: string): Inline => ({ type: 'money', amount: value, currency: money.currency });
  const at = (name: string): Derivation => ({ op: 'value', from: [`balance.${name}`] });
  const found: Insight[] = [];
  const payable = parseDecimal(balance.payable) ?? zero;
  const earned = parseDecimal(balance.earned) ?? zero;
  const unrecouped = parseDecimal(balance.unrecouped ?? '0') ?? zero;
  if (unrecouped.units > 0n && balance.unrecouped !== undefined) {
    found.push(
      makeInsight(context, 'insight.unrecouped', {
        severity: 'notice',
        params: { amount: amount(balance.unrecouped) },
        evidence: [{ param: 'amount', ...at('unrecouped') }],
      }),
    );
    if (earned.units > 0n) {
      const periods = decimalToNumber(unrecouped) / decimalToNumber(earned);
      found.push(
        makeInsight(context, 'insight.runRate', {
          params: { earned: amount(balance.earned), periods: { type: 'number', value: periods, maxFractionDigits: 1 } },
          evidence: [
            { param: 'earned', ...at('earned') },
            { param: 'periods', op: 'ratio', from: ['balance.unrecouped', 'balance.earned'] },
          ],
        }),
      );
    }
  } else if (balance.threshold !== undefined && payable.units === 0n && earned.units > 0n) {
    const threshold = parseDecimal(balance.threshold) ?? zero;
    if (compareDecimals(threshold, zero) <= 0) return found;
    found.push(
      makeInsight(context, 'insight.belowThreshold', {
        severity: 'notice',
        params: { earned: amount(balance.earned), threshold: amount(balance.threshold) },
        evidence: [
          { param: 'earned', ...at('earned') },
          { param: 'threshold', ...at('threshold') },
        ],
      }),
    );
  }
  return found;
}

/** Finds what stands out: first what moved and by what, then what is owed, then where it comes from. */
export function findInsights(context: ReportContext, statement: Statement, kpis: readonly ReportKpi[]): Insight[] {
  const { byDsp, byTerritory } = statement;
  const net = kpis.find(({ key }) => key === 'net');
  const found = [
    net && changeInsight(context, net),
    net && driverInsight(context, net, partsOf(statement), ['lines.*.dsp']),
    priceInsight(context, statement, net),
    ...balanceInsights(context, statement),
    topInsight(context, statement, byDsp, 'dsp', (key) => key),
    topInsight(context, statement, byTerritory, 'territory', (code) => territoryName(context, code)),
  ];
  return found.filter((insight) => insight !== undefined);
}
