import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MLModelPerformanceFormatter } from '../../src/formatters/ml-model-performance.js';
import { en } from '../../src/generated/locales/en.js';
import { enReports } from '../../src/generated/locales/en-reports.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { isFormatError } from '../../src/kernel/errors.js';
import { checkReport } from '../../src/report/check.js';
import { fromSklearn } from '../../src/sources/sklearn.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

/** Printed by scikit-learn 1.9.1. */
const printed = JSON.parse(
  readFileSync(new URL('../fixtures/reports/ml-model-performance-sklearn.json', import.meta.url), 'utf8'),
);

const reports = new MLModelPerformanceFormatter({ tenantId: 'label_42', locales: [en, enReports] });

function read(input: unknown) {
  const diagnostics: Diagnostic[] = [];
  const result = fromSklearn(deepFreeze(input), {}, diagnostics);
  const { payload } = reports.format(result);
  expect(checkReport(payload, result)).toEqual([]);
  return { result, payload, diagnostics };
}

const named = ({ metrics }: ReturnType<typeof fromSklearn>) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]));

describe('a classification report of scikit-learn', () => {
  it('has classes, averages as metrics, and the accuracy between them', () => {
    const { result, diagnostics } = read(printed.multiclass.report);
    expect(result).toMatchObject({ task: 'multiclass', model: { name: 'scikit-learn' }, dataset: { n: 300 } });
    expect(result.perClass?.map(({ label, support }) => [label, support])).toEqual([
      ['rai', 140],
      ['gnawa', 96],
      ['rap', 64],
    ]);
    expect(named(result)).toMatchObject({
      accuracy: 0.82,
      f1_macro: printed.multiclass.report['macro avg']['f1-score'],
      precision_weighted: printed.multiclass.report['weighted avg'].precision,
    });
    expect(diagnostics).toEqual([]);
  });

  it('agrees with the matrix of the same run', () => {
    const { report, matrix, labels } = printed.multiclass;
    const { payload } = read({ classification_report: report, confusion_matrix: matrix, labels });
    expect(payload.findings).toEqual([]);
    expect(payload.insights.map(({ code }) => code)).toEqual([
      'accuracy',
      'worstClass',
      'confusedPair',
      'aboveMajority',
    ]);
  });

  it('of some labels has no accuracy, and says nothing of how many observations there are', () => {
    const { result, payload } = read(printed.subset);
    expect(result.task).toBe('multiclass');
    expect(result.dataset).toEqual({ name: 'scikit-learn' });
    expect(named(result)['f1_micro']).toBe(printed.subset['micro avg']['f1-score']);
    expect(payload.findings).toEqual([]);
    expect(payload.insights.map(({ code }) => code)).not.toContain('accuracy');
  });

  it('of labels that go together is told by its average over samples', () => {
    const { result, payload } = read(printed.multilabel);
    expect(result.task).toBe('multilabel');
    expect(named(result)['f1_samples']).toBe(printed.multilabel['samples avg']['f1-score']);
    expect(payload.findings).toEqual([]);
  });

  it('has curves with an infinite threshold', () => {
    const { result, payload } = read({
      roc_auc: 0.9,
      roc_curve: printed.roc,
      precision_recall_curve: printed.pr,
      task: 1,
    });
    expect(result.curves?.roc?.[0]).toEqual({ fpr: 0, tpr: 0, threshold: null });
    expect(result.curves?.pr?.at(-1)).toEqual({ precision: 1, recall: 0 });
    expect(payload.charts.map(({ path }) => path)).toEqual(['curves.roc', 'curves.pr']);
  });

  it('loses what is no number, and says where', () => {
    const row = { precision: null, recall: 0.5, 'f1-score': 0.6, support: 40 };
    const { result, diagnostics } = read({
      a: row,
      b: { ...row, precision: 0.7, support: null },
      accuracy: null,
      'macro avg': row,
    });
    expect(result.perClass).toEqual([{ label: 'a', recall: 0.5, f1: 0.6, support: 40 }]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['dropped', 'a.precision'],
      ['dropped', 'b.support'],
      ['dropped', 'accuracy'],
      ['dropped', 'macro avg.precision'],
    ]);
  });

  it.each([
    [
      'a normalized matrix',
      {
        confusion_matrix: [
          [0.9, 0.1],
          [0.2, 0.8],
        ],
        labels: ['a', 'b'],
      },
      'confusion_matrix',
    ],
    [
      'a matrix without labels',
      {
        confusion_matrix: [
          [9, 1],
          [2, 8],
        ],
      },
      'confusion_matrix',
    ],
    ['bins without sizes', { calibration_curve: { prob_true: [0.1], prob_pred: [0.2] } }, 'calibration_curve'],
    ['columns of two lengths', { roc_curve: { fpr: [0, 1], tpr: [0] } }, 'roc_curve'],
  ])('leaves out %s, and says so', (_name, more, path) => {
    const { result, diagnostics } = read({ accuracy_score: 0.85, ...more });
    expect(Object.keys(result)).toEqual(['model', 'task', 'dataset', 'metrics']);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'dropped', path })]);
  });

  it('takes what only the caller knows', () => {
    const facts = { model: { name: 'tagger', version: '2' }, dataset: { name: 'held-out', split: 'test', n: 310 } };
    const result = fromSklearn(printed.multiclass.report, facts);
    expect([result.model, result.dataset]).toEqual([facts.model, facts.dataset]);
  });

  it.each([
    ['nothing', undefined],
    ['a text report', '   precision    recall'],
    ['a list', [printed.multiclass.report]],
    ['an empty object', {}],
    ['no figures', { producer: 'scikit-learn' }],
  ])('is not %s', (_name, input) => {
    expect(() => fromSklearn(input)).toThrow(/Cannot format the input with `sources\/sklearn`/);
  });

  it('repeats nothing of what it refuses', () => {
    try {
      fromSklearn({ note: 'hunter2' });
      expect.unreachable();
    } catch (error) {
      expect(isFormatError(error, 'ERR_INPUT_INVALID')).toBe(true);
      expect(String(error)).not.toContain('hunter2');
    }
  });
});

const binary = realInput('sklearn-binary-report.json');
const regression = realInput('sklearn-regression-report.json');

describe('reports from the field', () => {
  it.skipIf(binary === undefined)('two classes: every figure agrees with the matrix', () => {
    const { result, payload, diagnostics } = read(binary);
    expect(result).toMatchObject({
      model: { name: 'RandomForestClassifier' },
      task: 'binary',
      dataset: { name: 'breast_cancer', n: 171 },
      confusion: { labels: ['malignant', 'benign'] },
    });
    expect(result.curves?.roc).toHaveLength(35);
    expect(payload.findings).toEqual([]);
    expect(payload.insights[0]?.text).toBe('Right in 94.2% of 171 observations (95 % interval: 89.6% to 96.8%)');
    // Its bins have no sizes.
    expect(diagnostics.map(({ path }) => path)).toEqual(['binary.calibration_curve']);
  });

  it.skipIf(regression === undefined)('a regression', () => {
    const { result, payload, diagnostics } = read(regression);
    expect(result).toMatchObject({
      task: 'regression',
      model: { name: 'GradientBoostingRegressor' },
      dataset: { n: 133 },
    });
    expect(payload.kpis.map(({ key }) => key)).toEqual([
      'r2',
      'mae',
      'rmse',
      'mape',
      'medianAbsoluteError',
      'explainedVariance',
      'maxError',
    ]);
    expect(diagnostics).toEqual([]);
  });
});
