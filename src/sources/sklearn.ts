/**
 * Reports of scikit-learn: `classification_report(output_dict=True)`, alone or in an object beside matrix, curves and scores.
 * https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html
 */
import type {
  MLClass,
  MLConfusion,
  MLMetric,
  MLModelPerformanceInput,
  MLTask,
} from '../domains/ml-model-performance/input.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { addMetric, dropped, isRecord, type ModelFacts, numberOf, textOf } from './shared/model-metrics.js';
import { calibrationOf, prOf, rocOf } from './shared/sklearn-curves.js';

export type { ModelFacts } from './shared/model-metrics.js';

type Fields = Readonly<Record<string, unknown>>;

const id = 'sources/sklearn';

/** Rows of averages, and what their metrics are called. */
const averages: ReadonlyMap<string, string> = new Map([
  ['macro avg', 'macro'],
  ['weighted avg', 'weighted'],
  ['micro avg', 'micro'],
  ['samples avg', 'samples'],
]);

const members = [
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['f1-score', 'f1'],
] as const;

const isRow = (value: unknown): value is Fields => isRecord(value) && 'f1-score' in value && 'support' in value;

const isReport = (value: unknown): value is Fields => isRecord(value) && Object.values(value).some(isRow);

/** What is read of an object of which the rest is left alone. */
const scoreNames = /(?:_score|_error|_loss|_auc|_curve_auc|_precision|_coef|^r2|^accuracy|^f1|^mcc|^kappa|^max_error)$/;

type Read = { readonly metrics: MLMetric[]; readonly perClass: MLClass[]; readonly diagnostics: Diagnostic[] };

function readAverage(average: string, row: Fields, path: string, { metrics, diagnostics }: Read): void {
  for (const [member, metric] of members) {
    addMetric(metrics, `${metric}_${average}`, row[member], `${path}.${member}`, diagnostics);
  }
}

function readClass(label: string, row: Fields, path: string, { perClass, diagnostics }: Read): void {
  const support = numberOf(row['support']);
  if (support === undefined) {
    dropped(diagnostics, `${path}.support`, 'A class was left out, expected a finite number');
    return;
  }
  const figures: MLClass = { label, support };
  for (const [member, name] of members) {
    const value = numberOf(row[member]);
    if (value === undefined)
      dropped(diagnostics, `${path}.${member}`, 'A figure was left out, expected a finite number');
    else figures[name] = value;
  }
  perClass.push(figures);
}

/** Rows are classes or averages; a bare number is the accuracy, which a report of some labels only does not have. */
function readReport(report: Fields, path: string, read: Read): void {
  for (const [name, row] of Object.entries(report)) {
    const at = path === '' ? name : `${path}.${name}`;
    const average = averages.get(name);
    if (!isRecord(row)) addMetric(read.metrics, name, row, at, read.diagnostics);
    else if (average !== undefined) readAverage(average, row, at, read);
    else readClass(name, row, at, read);
  }
}

const labelText = (label: unknown): string => (typeof label === 'string' ? label : String(label));

const isMatrix = (value: unknown): value is number[][] =>
  Array.isArray(value) &&
  value.every((row) => Array.isArray(row) && row.every((count) => Number.isSafeInteger(count) && count >= 0));

/** The matrix, with labels of its own, else those of the report in their order. */
function confusionOf(fields: Fields, path: string, { perClass, diagnostics }: Read): MLConfusion | undefined {
  const matrix = fields['confusion_matrix'];
  if (matrix === undefined || matrix === null) return undefined;
  if (!isMatrix(matrix) || matrix.length < 2) {
    dropped(diagnostics, `${path}confusion_matrix`, 'A matrix was left out, expected counts; it may be normalized');
    return undefined;
  }
  const given = fields['labels'] ?? fields['target_names'];
  const labels = Array.isArray(given) ? given.map(labelText) : perClass.map(({ label }) => label);
  if (labels.length !== matrix.length) {
    dropped(diagnostics, `${path}confusion_matrix`, 'A matrix was left out, expected as many labels as rows');
    return undefined;
  }
  return { labels, matrix: matrix.map((row) => [...row]) };
}

const taskNames: readonly MLTask[] = [
  'binary',
  'multiclass',
  'multilabel',
  'regression',
  'ranking',
  'forecast',
  'asr',
  'generation',
];

/** The object with the figures: the input, or what stands in it under the name of a task. */
function unwrap(input: Fields): { readonly fields: Fields; readonly path: string; readonly task?: MLTask } {
  for (const task of taskNames) {
    const fields = input[task];
    if (isRecord(fields) && !isRow(fields)) return { fields, path: `${task}.`, task };
  }
  return { fields: input, path: '' };
}

/** A report of some labels only has a micro average where others have the accuracy: other classes are not in it. */
const isOfSome = (metrics: readonly MLMetric[]): boolean => metrics.some(({ name }) => name.endsWith('_micro'));

function taskOf({ perClass, metrics }: Read, named: MLTask | undefined): MLTask {
  if (named !== undefined) return named;
  if (perClass.length === 0) return 'regression';
  // A report of labels that may go together has no accuracy, and an average over samples.
  if (metrics.some(({ name }) => name.endsWith('_samples'))) return 'multilabel';
  return perClass.length === 2 && !isOfSome(metrics) ? 'binary' : 'multiclass';
}

function sizeOf({ perClass, metrics }: Read, fields: Fields, task: MLTask): number | undefined {
  const given = numberOf(fields['n']) ?? numberOf(fields['n_samples']);
  if (given !== undefined || perClass.length === 0 || task === 'multilabel' || isOfSome(metrics)) return given;
  return perClass.reduce((sum, { support }) => sum + support, 0);
}

function readScores(fields: Fields, path: string, { metrics, diagnostics }: Read): void {
  for (const [name, value] of Object.entries(fields)) {
    // Figures of a report that stands here itself are read already.
    if (typeof value === 'object' && value !== null) continue;
    if (scoreNames.test(name)) addMetric(metrics, name, value, `${path}${name}`, diagnostics);
  }
}

/**
 * Reads a report of scikit-learn: a classification report as a dictionary, or an object that holds one, or scores of a regression,
 * beside `confusion_matrix`, `labels`, `roc_curve`, `precision_recall_curve` and `calibration_curve`.
 *
 * @param facts what the report does not say
 * @param diagnostics receives figures that are no numbers (`null` where Python had NaN), and what has no place in a report
 * @throws InputInvalidError when the value is no such report
 * @example
 * ```ts
 * import { fromSklearn } from 'channel-formatters/sources/sklearn';
 *
 * const input = fromSklearn(
 *   {
 *     rap: { precision: 0.9, recall: 0.8, 'f1-score': 0.847, support: 40 },
 *     folk: { precision: 0.83, recall: 0.92, 'f1-score': 0.873, support: 40 },
 *     accuracy: 0.86,
 *   },
 *   { model: { name: 'genre-tagger', version: '2.4.0' }, dataset: { name: 'held-out' } },
 * );
 * console.log(input.perClass?.length);
 * ```
 */
export function fromSklearn(
  input: unknown,
  facts: ModelFacts = {},
  diagnostics: Diagnostic[] = [],
): MLModelPerformanceInput {
  const { fields, path, task: named } = isRecord(input) ? unwrap(input) : { fields: {}, path: '' };
  const read: Read = { metrics: [], perClass: [], diagnostics };
  const inner = fields['classification_report'];
  if (isReport(inner)) readReport(inner, `${path}classification_report`, read);
  else if (isReport(fields)) readReport(fields, path.slice(0, -1), read);
  readScores(isReport(fields) ? {} : fields, path, read);
  if (!isRecord(input) || read.metrics.length + read.perClass.length === 0) {
    const expected = 'a classification report as a dictionary, or an object of scores';
    throw new InputInvalidError(id, [{ path: '', message: `expected ${expected}`, expected }]);
  }
  const { metrics, perClass } = read;
  const task = taskOf(read, named);
  const confusion = confusionOf(fields, path, read);
  const roc = rocOf(fields['roc_curve'], `${path}roc_curve`, diagnostics);
  const pr = prOf(fields['precision_recall_curve'], `${path}precision_recall_curve`, diagnostics);
  const calibration = calibrationOf(fields['calibration_curve'], `${path}calibration_curve`, diagnostics);
  const n = facts.dataset?.n ?? sizeOf(read, fields, task);
  const datasetName = facts.dataset?.name ?? textOf(fields['dataset']) ?? 'scikit-learn';
  const modelName = textOf(fields['model']) ?? textOf(fields['estimator']) ?? 'scikit-learn';
  return {
    model: { ...(facts.model ?? { name: modelName }) },
    task,
    dataset: { ...facts.dataset, name: datasetName, ...(n !== undefined && { n }) },
    metrics,
    ...(confusion !== undefined && { confusion }),
    ...(perClass.length > 0 && { perClass }),
    ...((roc ?? pr ?? calibration) !== undefined && {
      curves: {
        ...(roc !== undefined && { roc }),
        ...(pr !== undefined && { pr }),
        ...(calibration !== undefined && { calibration }),
      },
    }),
  };
}
