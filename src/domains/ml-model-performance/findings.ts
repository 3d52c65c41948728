/** Contradictions in an input: figures that the confusion matrix, the counts or the thresholds beside them do not bear out. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { makeFinding } from '../../report/insight.js';
import type { Finding } from '../../report/model.js';
import { type Analysis, isOfSomeClasses } from './analysis.js';
import { keyOf } from './catalog.js';
import { differs, tolerance } from './contradictions.js';
import { driftByNumbers } from './drift.js';
import { metricLabel } from './labels.js';
import { figure } from './proofs.js';

/** Contradictions, and the paths of what is contradicted and so carries no sentence. */
export type Findings = { readonly findings: readonly Finding[]; readonly contradicted: ReadonlySet<string> };

/** Classes are named until there are so many; the rest is counted. */
const maxClasses = 3;

const text = (value: string): Inline => ({ type: 'text', value });
const count = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });
/** Four decimals, so that what differs is seen to. */
const exact = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 4 });
const allowed = (): Inline => ({ type: 'number', value: tolerance, maxFractionDigits: 4 });

type Found = { readonly findings: Finding[]; readonly contradicted: Set<string> };

/** Metrics of all observations against the matrix. */
function checkMetrics(context: ReportContext, analysis: Analysis, { findings, contradicted }: Found): void {
  for (const { index, derived } of analysis.contradictions) {
    const metric = analysis.input.metrics[index];
    if (metric === undefined) continue;
    contradicted.add(`metrics.${index}`);
    findings.push(
      makeFinding(context, 'finding.matrixMetric', {
        params: {
          metric: text(metricLabel(context, metric.name)),
          derived: exact(derived),
          value: exact(metric.value),
          tolerance: allowed(),
        },
        paths: [`metrics.${index}.value`, 'confusion.matrix'],
      }),
    );
  }
}

const members = ['precision', 'recall', 'f1'] as const;

/** What is wrong with one class, the first thing only: the others mostly follow from it. */
function classFinding(context: ReportContext, analysis: Analysis, index: number): Finding | undefined {
  const row = analysis.input.perClass?.[index];
  const at = row === undefined ? -1 : (analysis.matrix?.labels.indexOf(row.label) ?? -1);
  const figures = analysis.matrix?.classes[at];
  if (row === undefined || figures === undefined) return undefined;
  const label = text(row.label);
  if (figures.support !== row.support) {
    const params = { label, sum: count(figures.support), support: count(row.support) };
    const paths = [`perClass.${index}.support`, `confusion.matrix.${at}`];
    return makeFinding(context, 'finding.matrixSupport', { params, paths });
  }
  for (const member of members) {
    const value = row[member];
    const derived = figures[member] ?? 0;
    if (value === undefined || !differs(value, derived)) continue;
    const metric = text(metricLabel(context, member));
    const params = { label, metric, derived: exact(derived), value: exact(value), tolerance: allowed() };
    const paths = [`perClass.${index}.${member}`, 'confusion.matrix'];
    return makeFinding(context, 'finding.matrixClass', { params, paths });
  }
  return undefined;
}

const isClassWrong = ({ input, matrix }: Analysis, index: number): boolean => {
  const row = input.perClass?.[index];
  const figures = row === undefined ? undefined : matrix?.classes[matrix.labels.indexOf(row.label)];
  if (row === undefined || figures === undefined) return false;
  return (
    figures.support !== row.support ||
    members.some((member) => row[member] !== undefined && differs(row[member], figures[member] ?? 0))
  );
};

function checkClasses(context: ReportContext, analysis: Analysis, { findings, contradicted }: Found): void {
  const { input, matrix } = analysis;
  if (matrix === undefined || input.task === 'multilabel') return;
  const wrong = (input.perClass ?? []).flatMap((_row, index) => (isClassWrong(analysis, index) ? [index] : []));
  for (const index of wrong) contradicted.add(`perClass.${index}`);
  for (const index of wrong.slice(0, maxClasses)) {
    const finding = classFinding(context, analysis, index);
    if (finding !== undefined) findings.push(finding);
  }
  const more = wrong.slice(maxClasses);
  if (more.length === 0) return;
  const paths = more.map((index) => `perClass.${index}`);
  findings.push(
    makeFinding(context, 'finding.moreClasses', {
      params: { count: count(more.length) },
      counts: ['count'],
      paths,
    }),
  );
}

/** Observations, counted in several places. */
function checkCounts(context: ReportContext, { input, matrix }: Analysis, { findings, contradicted }: Found): void {
  const { dataset, perClass, champion, task } = input;
  const { n } = dataset;
  if (n === undefined || (task !== 'binary' && task !== 'multiclass')) return;
  const add = (
    id: 'finding.matrixCount' | 'finding.supportCount' | 'finding.pairsCount',
    path: string,
    sum: number,
  ) => {
    if (sum === n) return;
    contradicted.add(path);
    findings.push(makeFinding(context, id, { params: { sum: count(sum), n: count(n) }, paths: [path, 'dataset.n'] }));
  };
  if (input.confusion !== undefined) add('finding.matrixCount', 'confusion', matrix?.total ?? 0);
  if (perClass !== undefined && !isOfSomeClasses(input)) {
    const sum = perClass.reduce((all, { support }) => all + support, 0);
    add('finding.supportCount', 'perClass', sum);
  }
  const pairs = champion?.pairs;
  if (pairs !== undefined) {
    add('finding.pairsCount', 'champion.pairs', pairs.both + pairs.onlyThis + pairs.onlyOther + pairs.neither);
  }
}

/** Gates on metrics that are not there: nobody should read them as met. */
function checkGates(context: ReportContext, { gates }: Analysis, { findings }: Found): void {
  for (const { gate, index, measure } of gates) {
    if (measure !== undefined) continue;
    const params = { gate: text(gate.name), metric: text(gate.metric) };
    findings.push(makeFinding(context, 'finding.gateMetric', { params, paths: [`gates.${index}.metric`] }));
  }
}

/** Features that are said to have drifted, or not, against their own numbers. */
function checkDrift(context: ReportContext, { input }: Analysis, { findings, contradicted }: Found): void {
  for (const [index, row] of (input.drift ?? []).entries()) {
    const byNumbers = driftByNumbers(row);
    if (row.drifted === undefined || byNumbers === undefined || row.drifted === byNumbers) continue;
    contradicted.add(`drift.${index}`);
    const value = row.test === 'ks' || row.test === 'chi2' ? (row.pValue ?? row.score) : row.score;
    const id = row.drifted ? 'finding.driftClaimed' : 'finding.driftDenied';
    const params = { feature: text(row.feature), value: exact(value), threshold: exact(row.threshold ?? 0) };
    findings.push(makeFinding(context, id, { params, paths: [`drift.${index}.drifted`] }));
  }
}

/** The share of pairs that this model got right is its accuracy. */
function checkPairs(context: ReportContext, { input }: Analysis, { findings, contradicted }: Found): void {
  const pairs = input.champion?.pairs;
  const total = pairs === undefined ? 0 : pairs.both + pairs.onlyThis + pairs.onlyOther + pairs.neither;
  if (pairs === undefined || total === 0) return;
  const index = input.metrics.findIndex(({ name, slice }) => slice === undefined && keyOf(name) === 'accuracy');
  const metric = input.metrics[index];
  const share = (pairs.both + pairs.onlyThis) / total;
  if (metric === undefined || !differs(share, metric.value)) return;
  contradicted.add('champion.pairs');
  const params = { share: figure('ratio', share), value: figure('ratio', metric.value) };
  const paths = ['champion.pairs', `metrics.${index}.value`];
  findings.push(makeFinding(context, 'finding.pairsAccuracy', { params, paths }));
}

const checks = [checkMetrics, checkClasses, checkCounts, checkPairs, checkGates, checkDrift] as const;

/** Finds all contradictions. */
export function findingsOf(context: ReportContext, analysis: Analysis): Findings {
  const found: Found = { findings: [], contradicted: new Set() };
  for (const check of checks) check(context, analysis, found);
  return found;
}
