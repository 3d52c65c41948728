/** What is known of a model -> the parts of its report. */
import type { Fact, Inline } from '../../document/nodes.js';
import { toEpochMs } from '../../kernel/instant.js';
import type { ReportParts } from '../../report/compose.js';
import type { ReportContext } from '../../report/context.js';
import { parseDay, periodLabel } from '../../report/period.js';
import { type Analysis, analyse } from './analysis.js';
import type { PlainMessage } from './cells.js';
import { chartsOf } from './charts.js';
import { classesTable, confusionTable } from './class-tables.js';
import { findingsOf } from './findings.js';
import { gateVerdict } from './gates.js';
import type { MLModelPerformanceInput, MLTask } from './input.js';
import { insightsOf } from './insights.js';
import { kpisOf } from './kpis.js';
import { modelLabel } from './labels.js';
import { championTable, driftTable, fairnessTable, gatesTable, latencyTable, metricsTable } from './metric-tables.js';
import { figure } from './proofs.js';

const tasks = {
  binary: 'mlModelPerformance.task.binary',
  multiclass: 'mlModelPerformance.task.multiclass',
  multilabel: 'mlModelPerformance.task.multilabel',
  regression: 'mlModelPerformance.task.regression',
  ranking: 'mlModelPerformance.task.ranking',
  forecast: 'mlModelPerformance.task.forecast',
  asr: 'mlModelPerformance.task.asr',
  generation: 'mlModelPerformance.task.generation',
} as const satisfies Record<MLTask, PlainMessage>;

const verdicts = {
  passed: 'mlModelPerformance.verdict.passed',
  failed: 'mlModelPerformance.verdict.failed',
  unknown: 'mlModelPerformance.verdict.unknown',
} as const;

function factsOf(context: ReportContext, { input, gates, n }: Analysis): Fact[] {
  const { localizer } = context;
  const { model, dataset, champion, task } = input;
  const facts: Fact[] = [];
  const add = (path: string, label: PlainMessage, value: Inline | string | undefined): void => {
    if (value === undefined || value === '') return;
    const inline: Inline = typeof value === 'string' ? { type: 'text', value } : value;
    facts.push({ path, label: localizer.t(label), value: [inline] });
  };
  const verdict = gateVerdict(gates);
  add('gates', 'mlModelPerformance.fact.verdict', verdict && localizer.t(verdicts[verdict]));
  add('model', 'mlModelPerformance.fact.model', modelLabel(context, model));
  add('model.stage', 'mlModelPerformance.fact.stage', model.stage);
  const trainedAt = toEpochMs(model.trainedAt);
  add(
    'model.trainedAt',
    'mlModelPerformance.fact.trainedAt',
    trainedAt === undefined ? undefined : { type: 'date', value: trainedAt, style: 'date' },
  );
  add('model.data', 'mlModelPerformance.fact.trainingData', model.data);
  add('task', 'mlModelPerformance.fact.task', localizer.t(tasks[task]));
  const { name, split } = dataset;
  const datasetName = split === undefined ? name : localizer.t('mlModelPerformance.datasetSplit', { name, split });
  add('dataset', 'mlModelPerformance.fact.dataset', datasetName);
  add('dataset.n', 'mlModelPerformance.fact.n', n === undefined ? undefined : figure('count', n));
  const { window } = input;
  if (dataset.window !== undefined && !(window?.from === dataset.window.from && window.to === dataset.window.to)) {
    const span = { fromMs: parseDay(dataset.window.from) ?? 0, toMs: parseDay(dataset.window.to) ?? 0 };
    add('dataset.window', 'mlModelPerformance.fact.window', periodLabel(localizer, span));
  }
  add('champion', 'mlModelPerformance.fact.champion', champion && modelLabel(context, champion));
  return facts;
}

/** What readers have to know of the rules that were used. */
function notesOf(context: ReportContext, { input, matrix }: Analysis, codes: ReadonlySet<string>, suppressed: number) {
  const { localizer, options } = context;
  const notes: string[] = [];
  if (matrix !== undefined || input.perClass !== undefined) notes.push(localizer.t('mlModelPerformance.note.wilson'));
  if (input.drift?.some(({ test }) => test === 'psi')) notes.push(localizer.t('mlModelPerformance.note.psi'));
  if (codes.has('disparity')) notes.push(localizer.t('mlModelPerformance.note.fourFifths'));
  if (suppressed > 0) {
    notes.push(localizer.t('report.suppressed', { count: suppressed, min: options.minCellCount }));
  }
  return notes;
}

/** Composes the report of a model. */
export function composeMlModelPerformance(input: MLModelPerformanceInput, context: ReportContext): ReportParts {
  const analysis = analyse(input);
  const { findings, contradicted } = findingsOf(context, analysis);
  const kpis = kpisOf(context, analysis, contradicted);
  const insights = insightsOf(context, analysis, kpis, contradicted);
  const { tables: groups, suppressed } = fairnessTable(context, analysis);
  const codes = new Set(insights.map(({ code }) => code));
  return {
    title: context.localizer.t('mlModelPerformance.title', { model: modelLabel(context, input.model) }),
    facts: factsOf(context, analysis),
    kpis,
    insights,
    findings: [...findings],
    charts: chartsOf(context, analysis),
    tables: [
      ...gatesTable(context, analysis),
      ...metricsTable(context, analysis, contradicted),
      ...classesTable(context, analysis),
      ...confusionTable(context, analysis),
      ...championTable(context, analysis),
      ...driftTable(context, analysis),
      ...latencyTable(context, analysis),
      ...groups,
    ],
    notes: notesOf(context, analysis, codes, suppressed),
  };
}
