/** What moved a sum or a rate: parts that add up to the change, and for rates the split into rates within groups and their mix. */
import type { Inline } from '../document/nodes.js';
import { parseDecimal } from '../kernel/decimal.js';
import type { ReportContext } from './context.js';
import { derive } from './evidence.js';
import { makeInsight } from './insight.js';
import type { Derivation, Evidence, Insight, ReportKpi, Source } from './model.js';

/** A part of a sum, now and before. */
export type Part = {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  /** How both follow from the input. */
  readonly evidence: { readonly now: Derivation; readonly before: Derivation };
};

/** Parts are named until they cover this much of a change, and no more than so many. */
const enoughShare = 0.6;
const maxNamed = 3;

/** Above this sum of absolute contributions, gains and losses cancel and no part explains the change. */
const maxTotalShare = 2;

/** Sums that differ by more than rounding are no sum of these parts. */
const relativeTolerance = 1e-6;

/** Amounts are rounded to the digits that they are written with, now and before. */
const roundingOf = (value: number | string): number =>
  typeof value === 'string' ? 10 ** -(parseDecimal(value)?.scale ?? 0) : 0;

const text = (value: string): Inline => ({ type: 'text', value });
const plus = (derivations: readonly Derivation[]): Derivation => ({ op: 'sum', from: derivations });

const namesOf = ({ localizer }: ReportContext, parts: readonly Part[]): Inline =>
  text(localizer.list(parts.map(({ name }) => name)));

const nameEvidence = (param: string, sources: readonly Source[]): Evidence => ({ param, op: 'label', from: sources });

type Driven = Part & { readonly share: number };

/** Says that gains and losses cancel. */
function offset(context: ReportContext, kpi: ReportKpi, parts: readonly Driven[], names: readonly Source[]): Insight {
  const delta = ({ now, before }: Part): number => now - before;
  const bySize = [...parts].sort((a, b) => Math.abs(delta(b)) - Math.abs(delta(a)));
  const gains = bySize.filter((part) => delta(part) > 0).slice(0, maxNamed);
  const losses = bySize.filter((part) => delta(part) < 0).slice(0, maxNamed);
  return makeInsight(context, 'insight.offset', {
    params: { metric: text(kpi.label), gains: namesOf(context, gains), losses: namesOf(context, losses) },
    evidence: [nameEvidence('gains', names), nameEvidence('losses', names)],
  });
}

/**
 * Names the parts that explain most of a change, with their share of it. Only for figures that are the sum of these parts:
 * contributions add up to the whole change, or nothing is said.
 *
 * @param names where in the input the names of the parts stand
 */
export function driverInsight(
  context: ReportContext,
  kpi: ReportKpi,
  parts: readonly Part[],
  names: readonly Source[],
): Insight | undefined {
  const { change, direction } = kpi;
  if ((change.kind !== 'percent' && change.kind !== 'absolute') || direction === 'flat' || parts.length < 2)
    return undefined;
  const total = Number(kpi.value) - Number(kpi.previous);
  const summed = parts.reduce((sum, { now, before }) => sum + now - before, 0);
  if (
    total === 0 ||
    Math.abs(summed - total) > relativeTolerance * Math.max(Math.abs(total), 1) + roundingOf(kpi.value)
  )
    return undefined;
  const driven = parts.map((part): Driven => ({ ...part, share: (part.now - part.before) / summed }));
  if (driven.reduce((sum, { share }) => sum + Math.abs(share), 0) > maxTotalShare) {
    return offset(context, kpi, driven, names);
  }
  const named: Driven[] = [];
  let covered = 0;
  for (const part of [...driven].sort((a, b) => b.share - a.share)) {
    if (covered >= enoughShare || named.length === maxNamed || part.share <= 0) break;
    named.push(part);
    covered += part.share;
  }
  if (covered < enoughShare) return undefined;
  const share: Derivation = {
    op: 'ratio',
    from: [
      { op: 'difference', from: [plus(named.map((n) => n.evidence.now)), plus(named.map((n) => n.evidence.before))] },
      { op: 'difference', from: [plus(driven.map((n) => n.evidence.now)), plus(driven.map((n) => n.evidence.before))] },
    ],
  };
  return makeInsight(context, 'insight.drivers', {
    params: {
      metric: text(kpi.label),
      drivers: namesOf(context, named),
      share: { type: 'number', value: covered, style: 'percent', maxFractionDigits: 0 },
    },
    evidence: [nameEvidence('drivers', names), { param: 'share', ...share }],
  });
}

/** A group of a rate: what is counted, and of how many, now and before; all as sources that lead to lists in the same order. */
export type RateGroups = {
  readonly numerators: Source;
  readonly denominators: Source;
  readonly before: Source;
  readonly beforeOf: Source;
};

/** Less than this in points is rounding. */
const minPoints = 0.05;

/**
 * Splits the change of a rate into what happened within groups and what their mix did. Where both pull in opposite directions and
 * the mix wins, every group may have moved one way and the whole the other (Simpson's paradox): then that is said.
 */
export function mixInsight(
  context: ReportContext,
  kpi: ReportKpi,
  input: unknown,
  { numerators, denominators, before, beforeOf }: RateGroups,
): Insight | undefined {
  if (kpi.change.kind !== 'points' || kpi.direction === 'flat') return undefined;
  const from = [numerators, denominators, before, beforeOf];
  const [rate, mix] = [derive(input, { op: 'ratePoints', from }), derive(input, { op: 'mixPoints', from })];
  if (!Number.isFinite(rate) || !Number.isFinite(mix)) return undefined;
  if (Math.abs(rate + mix - kpi.change.points) > 0.01 || Math.abs(mix) < minPoints) return undefined;
  const isReversed = Math.sign(rate) !== Math.sign(kpi.change.points) && Math.abs(rate) >= minPoints;
  const points = (value: number): Inline => ({ type: 'number', value, sign: 'always', maxFractionDigits: 1 });
  return makeInsight(context, isReversed ? 'insight.reversal' : 'insight.mix', {
    severity: isReversed ? 'notice' : 'info',
    params: { metric: text(kpi.label), rate: points(rate), mix: points(mix) },
    evidence: [
      { param: 'rate', op: 'ratePoints', from },
      { param: 'mix', op: 'mixPoints', from },
    ],
  });
}
