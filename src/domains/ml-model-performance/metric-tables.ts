/** Tables of metrics, gates, drift, speed, groups, and of the model that this one would replace. */
import type { Table } from '../../document/nodes.js';
import { inlineText } from '../../document/plain-text.js';
import { type ReportContext, reportLoss } from '../../report/context.js';
import type { FigureUnit } from '../../report/model.js';
import { minSample } from '../../report/statistics.js';
import { type Analysis, intervalOf } from './analysis.js';
import { knownMetric } from './catalog.js';
import { figureCell, intervalCell, tableOf, textCell } from './cells.js';
import { hasDrifted, psiBand } from './drift.js';
import { shownGroups } from './fairness.js';
import type { GateResult, GateStatus } from './gates.js';
import type { MLDriftTest, MLGateOp, MLMetric } from './input.js';
import { latencyLabel, measureLabel, metricLabel, rankingLabel } from './labels.js';
import { latencySuffix, percentiles, rankingMeasure, rankingMembers } from './measures.js';
import { measured } from './proofs.js';

const unitOf = (name: string): FigureUnit => knownMetric(name)?.unit ?? 'score';

type MetricRow = { readonly label: string; readonly unit: FigureUnit; readonly metric: MLMetric };

function metricRows(context: ReportContext, { input }: Analysis): MetricRow[] {
  const rows = input.metrics.map((metric): MetricRow => {
    return { label: metricLabel(context, metric.name), unit: unitOf(metric.name), metric };
  });
  const { ranking } = input;
  if (ranking === undefined) return rows;
  for (const member of rankingMembers) {
    const measure = rankingMeasure(input, member);
    if (measure === undefined) continue;
    const { value, unit } = measure;
    rows.push({ label: rankingLabel(context, ranking, member), unit, metric: { name: member, value } });
  }
  return rows;
}

/** All metrics, those of slices too. */
export function metricsTable(context: ReportContext, analysis: Analysis, contradicted: ReadonlySet<string>): Table[] {
  const { localizer } = context;
  const isSound = (index: number): boolean => !contradicted.has('confusion') && !contradicted.has(`metrics.${index}`);
  const few = localizer.t('mlModelPerformance.few');
  return tableOf(context, 'metrics', localizer.t('mlModelPerformance.metrics'), metricRows(context, analysis), [
    { label: 'mlModelPerformance.column.metric', cell: ({ label }) => textCell(label) },
    {
      label: 'mlModelPerformance.column.slice',
      cell: ({ metric }) => textCell(metric.slice),
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.value',
      cell: ({ unit, metric }) => figureCell(unit, metric.value),
      isNumber: true,
    },
    {
      label: 'mlModelPerformance.column.interval',
      cell: ({ unit, metric }, index) => intervalCell(context, unit, intervalOf(analysis, metric, isSound(index))),
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.previous',
      cell: ({ unit, metric }) => figureCell(unit, metric.previous),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.baseline',
      cell: ({ unit, metric }) => figureCell(unit, metric.baseline),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.target',
      cell: ({ unit, metric }) => figureCell(unit, metric.threshold),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.n',
      cell: ({ metric }) => figureCell('count', metric.n),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.note',
      cell: ({ metric }) => textCell(metric.n !== undefined && metric.n < minSample ? few : undefined),
      isOptional: true,
    },
  ]);
}

const conditions = {
  '>=': 'mlModelPerformance.condition.atLeast',
  '>': 'mlModelPerformance.condition.moreThan',
  '<=': 'mlModelPerformance.condition.atMost',
  '<': 'mlModelPerformance.condition.lessThan',
  '==': 'mlModelPerformance.condition.equal',
} as const satisfies Record<MLGateOp, string>;

const statuses = {
  passed: 'mlModelPerformance.gate.passed',
  failed: 'mlModelPerformance.gate.failed',
  unknown: 'mlModelPerformance.gate.contradicted',
} as const satisfies Record<GateStatus, string>;

const statusOf = ({ status, measure }: GateResult) =>
  measure === undefined ? 'mlModelPerformance.gate.unknown' : statuses[status];

/** What a gate asks for, in words of the reader. */
function condition({ localizer, print }: ReportContext, { gate, measure }: GateResult): string {
  const inline = measured(measure ?? { unit: unitOf(gate.metric) }, gate.limit);
  return localizer.t(conditions[gate.op], { limit: inlineText([inline], print) });
}

/** All gates and what came of them. */
export function gatesTable(context: ReportContext, { gates }: Analysis): Table[] {
  const { localizer } = context;
  return tableOf(context, 'gates', localizer.t('mlModelPerformance.gates'), gates, [
    { label: 'mlModelPerformance.column.gate', cell: ({ gate }) => textCell(gate.name) },
    { label: 'mlModelPerformance.column.metric', cell: ({ gate }) => textCell(measureLabel(context, gate.metric)) },
    { label: 'mlModelPerformance.column.condition', cell: (result) => textCell(condition(context, result)) },
    {
      label: 'mlModelPerformance.column.value',
      cell: ({ measure }) => (measure === undefined ? [] : [measured(measure, measure.value)]),
      isNumber: true,
    },
    { label: 'mlModelPerformance.column.result', cell: (result) => textCell(localizer.t(statusOf(result))) },
  ]);
}

const bands = {
  small: 'mlModelPerformance.psi.small',
  moderate: 'mlModelPerformance.psi.moderate',
  large: 'mlModelPerformance.psi.large',
} as const;

/** Names of tests, which are the same in every language. */
const tests: Readonly<Record<MLDriftTest, string>> = {
  psi: 'PSI',
  ks: 'Kolmogorov-Smirnov',
  chi2: 'χ²',
  js: 'Jensen-Shannon',
  wasserstein: 'Wasserstein',
};

/** All features and whether they drifted. */
export function driftTable(context: ReportContext, { input }: Analysis): Table[] {
  const { localizer } = context;
  const words = { true: 'mlModelPerformance.drifted.yes', false: 'mlModelPerformance.drifted.no' } as const;
  return tableOf(context, 'drift', localizer.t('mlModelPerformance.drift'), input.drift ?? [], [
    { label: 'mlModelPerformance.column.feature', cell: ({ feature }) => textCell(feature) },
    { label: 'mlModelPerformance.column.test', cell: ({ test }) => textCell(tests[test]) },
    { label: 'mlModelPerformance.column.score', cell: ({ score }) => figureCell('score', score), isNumber: true },
    {
      label: 'mlModelPerformance.column.band',
      cell: ({ test, score }) => textCell(test === 'psi' ? localizer.t(bands[psiBand(score)]) : undefined),
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.pValue',
      cell: ({ pValue }) => figureCell('score', pValue),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.threshold',
      cell: ({ threshold }) => figureCell('score', threshold),
      isNumber: true,
      isOptional: true,
    },
    {
      label: 'mlModelPerformance.column.drifted',
      cell: (row) => {
        const has = hasDrifted(row);
        return textCell(has === undefined ? undefined : localizer.t(words[`${has}`]));
      },
      isOptional: true,
    },
  ]);
}

/** Percentiles in the unit that they are given in. */
export function latencyTable(context: ReportContext, { input }: Analysis): Table[] {
  const { latency } = input;
  if (latency === undefined) return [];
  const unit = latencySuffix(latency) ?? '';
  const rows = percentiles.flatMap((percentile) => {
    const value = latency[percentile];
    return value === undefined ? [] : [{ percentile, value }];
  });
  return tableOf(context, 'latency', context.localizer.t('mlModelPerformance.latency'), rows, [
    {
      label: 'mlModelPerformance.column.metric',
      cell: ({ percentile }) => textCell(latencyLabel(context, percentile)),
    },
    {
      label: 'mlModelPerformance.column.value',
      cell: ({ value }) => [{ type: 'number', value, unit }],
      isNumber: true,
    },
  ]);
}

/** Groups of people that are large enough to be shown, and how many are not. */
export function fairnessTable(
  context: ReportContext,
  { input }: Analysis,
): { readonly tables: Table[]; readonly suppressed: number } {
  const { shown, suppressed } = shownGroups(input.fairness ?? [], context.options.minCellCount);
  if (suppressed > 0) {
    const numbers = { actual: suppressed, unit: 'item' } as const;
    reportLoss(context, 'suppressed', 'fairness', 'Groups of few people are not shown', numbers);
  }
  const classification = 'confidential' as const;
  const tables = tableOf(context, 'fairness', context.localizer.t('mlModelPerformance.fairness'), shown, [
    { label: 'mlModelPerformance.column.attribute', cell: ({ attribute }) => textCell(attribute), classification },
    { label: 'mlModelPerformance.column.group', cell: ({ group }) => textCell(group), classification },
    { label: 'mlModelPerformance.column.metric', cell: ({ metric }) => textCell(metricLabel(context, metric)) },
    {
      label: 'mlModelPerformance.column.value',
      cell: ({ metric, value }) => figureCell(unitOf(metric), value),
      isNumber: true,
    },
    { label: 'mlModelPerformance.column.n', cell: ({ n }) => figureCell('count', n), isNumber: true },
  ]);
  return { tables, suppressed };
}

/** Both models, metric by metric. */
export function championTable(context: ReportContext, { input }: Analysis): Table[] {
  const { champion } = input;
  const rows = (champion?.metrics ?? []).map(({ name, value }) => {
    const own = input.metrics.find((metric) => metric.slice === undefined && metric.name === name);
    return { name, value, own: own?.value };
  });
  return tableOf(context, 'champion.metrics', context.localizer.t('mlModelPerformance.champion'), rows, [
    { label: 'mlModelPerformance.column.metric', cell: ({ name }) => textCell(metricLabel(context, name)) },
    {
      label: 'mlModelPerformance.column.thisModel',
      cell: ({ name, own }) => figureCell(unitOf(name), own),
      isNumber: true,
    },
    {
      label: 'mlModelPerformance.column.otherModel',
      cell: ({ name, value }) => figureCell(unitOf(name), value),
      isNumber: true,
    },
  ]);
}
