/** Sentences about gates and about the model that this one would replace. */
import type { ReportContext } from '../../report/context.js';
import { type InsightMessage, makeInsight } from '../../report/insight.js';
import type { Insight } from '../../report/model.js';
import { mcnemarP, minSample } from '../../report/statistics.js';
import type { Analysis } from './analysis.js';
import { type GateResult, gateVerdict } from './gates.js';
import type { MLGateOp } from './input.js';
import { measureLabel, modelLabel } from './labels.js';
import { at, count, labelled, measured, named, proof, text } from './proofs.js';

const missed: Readonly<Record<MLGateOp, InsightMessage>> = {
  '>=': 'insight.gateAtLeast',
  '>': 'insight.gateMoreThan',
  '<=': 'insight.gateAtMost',
  '<': 'insight.gateLessThan',
  '==': 'insight.gateEqual',
};

/** Gates that get a sentence of their own; all are in the table. */
const maxGates = 2;

function missedGate(context: ReportContext, { gate, index, measure }: GateResult): Insight[] {
  if (measure === undefined) return [];
  return [
    makeInsight(context, missed[gate.op], {
      severity: 'warning',
      params: {
        gate: text(gate.name),
        metric: text(measureLabel(context, gate.metric)),
        value: measured(measure, measure.value),
        limit: measured(measure, gate.limit),
      },
      evidence: [
        named('gate', `gates.${index}.name`),
        labelled('metric', `gates.${index}.metric`),
        proof('value', measure.derivation),
        proof('limit', at(`gates.${index}.limit`)),
      ],
    }),
  ];
}

/** Says how many gates are met. Nothing is said to be met where one cannot be told. */
export function gateInsights(context: ReportContext, { gates }: Analysis): Insight[] {
  const verdict = gateVerdict(gates);
  if (verdict === undefined || verdict === 'unknown') return [];
  const total = proof('total', { op: 'count', from: ['gates.*.limit'] });
  if (verdict === 'passed') {
    const params = { total: count(gates.length) };
    return [makeInsight(context, 'insight.gatesPassed', { params, counts: ['total'], evidence: [total] })];
  }
  const failed = gates.filter(({ status }) => status === 'failed');
  const summary = makeInsight(context, 'insight.gatesFailed', {
    severity: 'warning',
    params: { failed: count(failed.length), total: count(gates.length) },
    evidence: [proof('failed', { op: 'count', from: failed.map(({ index }) => `gates.${index}.limit`) }), total],
  });
  const each = failed.slice(0, maxGates).flatMap((result) => missedGate(context, result));
  return failed.length === 1 ? each : [summary, ...each];
}

/** Below it the digits say no more. */
const smallestP = 0.001;

/** Chance brings as much in one of twenty cases. */
const level = 0.05;

function championMessage(isAhead: boolean, p: number): InsightMessage {
  if (p >= level) return 'insight.championTie';
  if (p < smallestP) return isAhead ? 'insight.championAheadClearly' : 'insight.championBehindClearly';
  return isAhead ? 'insight.championAhead' : 'insight.championBehind';
}

/** Says whether this model is right more often than the other on the same observations, or that chance would do as much. */
export function championInsights(
  context: ReportContext,
  { input }: Analysis,
  contradicted: ReadonlySet<string>,
): Insight[] {
  const { champion } = input;
  const pairs = champion?.pairs;
  if (champion === undefined || pairs === undefined || contradicted.has('champion.pairs')) return [];
  if (pairs.both + pairs.onlyThis + pairs.onlyOther + pairs.neither < minSample) return [];
  const p = mcnemarP(pairs.onlyThis, pairs.onlyOther);
  const isAhead = pairs.onlyThis > pairs.onlyOther;
  const id = championMessage(isAhead, p);
  const source = ['champion.pairs.onlyThis', 'champion.pairs.onlyOther'] as const;
  const [now, other] = source;
  return [
    makeInsight(context, id, {
      severity: p < level && !isAhead ? 'warning' : 'info',
      params: {
        other: text(modelLabel(context, champion)),
        onlyThis: count(pairs.onlyThis),
        onlyOther: count(pairs.onlyOther),
        ...(p >= smallestP && { p: { type: 'number', value: p, maxFractionDigits: 3 } }),
      },
      evidence: [
        labelled('other', 'champion.name'),
        proof('onlyThis', at(now)),
        proof('onlyOther', at(other)),
        ...(p >= smallestP ? [proof('p', { op: 'mcnemarP', from: source })] : []),
      ],
    }),
  ];
}
