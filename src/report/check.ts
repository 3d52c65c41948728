/** Derives every number that a report says anew from the input. What it finds would be a defect of a rule. */
import type { Inline } from '../document/nodes.js';
import { parseDecimal } from '../kernel/decimal.js';
import { derive, resolveSource } from './evidence.js';
import { toNumber } from './figure.js';
import type { Derivation, Evidence, Insight, Report, Source } from './model.js';

export type {
  Change,
  Derivation,
  Evidence,
  Finding,
  Insight,
  Omitted,
  Period,
  Report,
  ReportKpi,
  Source,
} from './model.js';
export type { ReportOptions } from './produce.js';

/** A number that does not follow from the input. */
export type Unproven = {
  /** Which sentence or key figure: `insights.0`, `kpis.streams`. */
  readonly at: string;
  readonly param: string;
  readonly reason: 'no-evidence' | 'nowhere' | 'differs';
};

/** Doubles that are added in another order differ in their last digits. */
const relativeTolerance = 1e-9;

const digits = /\p{Nd}/u;

const numberOf = (param: Inline): number | undefined => {
  if (param.type === 'number') return toNumber(param.value);
  if (param.type === 'money') return toNumber(param.amount);
  if (param.type === 'duration') return param.durationMs;
  return param.type === 'date' ? param.value : undefined;
};

/** An amount was rounded to the digits that it is written with. */
function toleranceOf(param: Inline, value: number): number {
  const relative = relativeTolerance * Math.max(1, Math.abs(value));
  if (param.type !== 'money') return relative;
  const scale = parseDecimal(param.amount)?.scale ?? 0;
  return relative + 0.5 * 10 ** -scale;
}

const sourcesOf = ({ from }: Derivation): Source[] =>
  from.flatMap((each) => (typeof each === 'object' && 'op' in each ? sourcesOf(each) : [each]));

function reasonOf(input: unknown, param: Inline, evidence: Evidence | undefined): Unproven['reason'] | undefined {
  const value = numberOf(param);
  const isSilent = value === undefined && !(param.type === 'text' && digits.test(param.value));
  if (evidence === undefined) return isSilent ? undefined : 'no-evidence';
  const leads = sourcesOf(evidence).every((source) => resolveSource(input, source).length > 0);
  if (evidence.op === 'label') return leads ? undefined : 'nowhere';
  if (evidence.op === 'text') {
    const stands = sourcesOf(evidence).some((source) =>
      resolveSource(input, source).some((text) => param.type === 'text' && text === param.value),
    );
    return stands ? undefined : 'differs';
  }
  const derived = derive(input, evidence);
  if (Number.isNaN(derived)) return 'nowhere';
  return value !== undefined && Math.abs(value - derived) <= toleranceOf(param, derived) ? undefined : 'differs';
}

const insightProblems = (input: unknown, { params, evidence }: Insight, at: string): Unproven[] =>
  Object.entries(params).flatMap(([param, value]) => {
    const reason = reasonOf(
      input,
      value,
      evidence.find((each) => each.param === param),
    );
    return reason === undefined ? [] : [{ at, param, reason }];
  });

/**
 * Checks that every number of every sentence and every key figure follows from the input by the evidence beside it.
 *
 * @param input what the report was made of; in lenient mode without the rows that were left out
 * @example
 * ```ts
 * import { createFormatters } from 'channel-formatters';
 * import { checkReport } from 'channel-formatters/report';
 *
 * const { userEngagement } = createFormatters({ tenantId: 'label_42' });
 * const input = { window: { from: '2026-10-01', to: '2026-10-31' }, active: { dau: 1200, wau: 4100, mau: 9800 } };
 * console.log(checkReport(userEngagement.format(input).payload, input).length);
 * ```
 */
export function checkReport({ insights, kpis }: Pick<Report, 'insights' | 'kpis'>, input: unknown): Unproven[] {
  const unproven = insights.flatMap((insight, index) => insightProblems(input, insight, `insights.${index}`));
  for (const { key, unit, value, previous, currency, evidence } of kpis) {
    const inline = (figure: number | string): Inline =>
      unit === 'currency'
        ? { type: 'money', amount: String(figure), currency: currency ?? 'XXX' }
        : { type: 'number', value: figure };
    const proofs = [['value', value, evidence.value] as const, ['previous', previous, evidence.previous] as const];
    for (const [param, figure, derivation] of proofs) {
      if (figure === undefined) continue;
      const reason = reasonOf(input, inline(figure), derivation && { param, ...derivation });
      if (reason !== undefined) unproven.push({ at: `kpis.${key}`, param, reason });
    }
  }
  return unproven;
}
