/** Curves of scikit-learn, which are columns of numbers, as points. */
import type { MLCurves } from '../../domains/ml-model-performance/input.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { dropped, isRecord, numberOf } from './model-metrics.js';

type Columns = readonly (readonly number[])[];

/** Reads columns of numbers of one length; `undefined` where one is missing or holds anything else. */
function columnsOf(value: unknown, names: readonly string[]): Columns | undefined {
  if (!isRecord(value)) return undefined;
  const columns: number[][] = [];
  for (const name of names) {
    const column = value[name];
    if (!Array.isArray(column) || !column.every((each) => numberOf(each) !== undefined)) return undefined;
    columns.push(column as number[]);
  }
  return columns.every(({ length }) => length === columns[0]?.length) ? columns : undefined;
}

/** An infinite threshold comes as `null`, or as the number above all scores that older versions wrote. */
function thresholdsOf(value: unknown): readonly unknown[] {
  return isRecord(value) && Array.isArray(value['thresholds']) ? value['thresholds'] : [];
}

const thresholdAt = (thresholds: readonly unknown[], index: number) =>
  index < thresholds.length ? { threshold: numberOf(thresholds[index]) ?? null } : {};

function unread(value: unknown, path: string, diagnostics: Diagnostic[], expected: string): undefined {
  if (value !== undefined && value !== null) dropped(diagnostics, path, `A curve was left out, expected ${expected}`);
  return undefined;
}

/** Reads what `roc_curve` returns. */
export function rocOf(value: unknown, path: string, diagnostics: Diagnostic[]): MLCurves['roc'] {
  const columns = columnsOf(value, ['fpr', 'tpr']);
  if (columns === undefined) return unread(value, path, diagnostics, '`fpr` and `tpr` of one length');
  const [fpr = [], tpr = []] = columns;
  const thresholds = thresholdsOf(value);
  return fpr.map((rate, index) => ({ fpr: rate, tpr: tpr[index] ?? 0, ...thresholdAt(thresholds, index) }));
}

/** Reads what `precision_recall_curve` returns: its last point has no threshold. */
export function prOf(value: unknown, path: string, diagnostics: Diagnostic[]): MLCurves['pr'] {
  const columns = columnsOf(value, ['precision', 'recall']);
  if (columns === undefined) return unread(value, path, diagnostics, '`precision` and `recall` of one length');
  const [precision = [], recall = []] = columns;
  const thresholds = thresholdsOf(value);
  return precision.map((each, index) => ({
    precision: each,
    recall: recall[index] ?? 0,
    ...thresholdAt(thresholds, index),
  }));
}

/**
 * Reads what `calibration_curve` returns, with the sizes of its bins under `counts` or `n`: scikit-learn does not return them, and
 * without them no error can be told.
 */
export function calibrationOf(value: unknown, path: string, diagnostics: Diagnostic[]): MLCurves['calibration'] {
  const names = ['prob_pred', 'prob_true'];
  const columns = columnsOf(value, [...names, 'counts']) ?? columnsOf(value, [...names, 'n']);
  if (columns === undefined) {
    return unread(value, path, diagnostics, '`prob_pred`, `prob_true` and the sizes of the bins as `counts`');
  }
  const [predicted = [], observed = [], counts = []] = columns;
  return predicted.map((mean, index) => ({ predicted: mean, observed: observed[index] ?? 0, n: counts[index] ?? 0 }));
}
