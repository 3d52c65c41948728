import { describe, expect, it } from 'vitest';
import { MLModelPerformanceFormatter } from '../../src/formatters/ml-model-performance.js';
import { en } from '../../src/generated/locales/en.js';
import { enReports } from '../../src/generated/locales/en-reports.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromMlflow, type MlflowFacts } from '../../src/sources/mlflow.js';
import { deepFreeze } from '../support/deep-freeze.js';

const reports = new MLModelPerformanceFormatter({ tenantId: 'label_42', locales: [en, enReports] });

function read(input: unknown, facts: MlflowFacts = {}) {
  const diagnostics: Diagnostic[] = [];
  const result = fromMlflow(deepFreeze(input), facts, diagnostics);
  expect(reports.schema.safeParse(result).success).toBe(true);
  return { result, diagnostics };
}

const evaluation = { accuracy_score: 0.86, f1_score: 0.82, roc_auc: 0.91, example_count: 1200, true_positives: 430 };

describe('metrics of MLflow', () => {
  it('are a dictionary, with the number of examples among them', () => {
    const { result, diagnostics } = read(evaluation);
    expect(result).toEqual({
      model: { name: 'MLflow' },
      task: 'binary',
      dataset: { name: 'MLflow', n: 1200 },
      metrics: [
        { name: 'accuracy_score', value: 0.86 },
        { name: 'f1_score', value: 0.82 },
        { name: 'roc_auc', value: 0.91 },
        { name: 'true_positives', value: 430 },
      ],
    });
    expect(diagnostics).toEqual([]);
  });

  it('are a run of the REST API, with 64-bit integers as texts', () => {
    const info = { run_id: 'a1b2', run_name: 'brave-gnu-12', end_time: '1790000000000' };
    const metrics = [
      { key: 'f1_score', value: 0.8, timestamp: '1789999999000', step: '0' },
      { key: 'loss', value: 'NaN', timestamp: '1789999999000', step: '0' },
    ];
    const tags = [{ key: 'mlflow.modelVersion', value: '7' }];
    const { result, diagnostics } = read({ run: { info, data: { metrics, tags } } });
    expect(result.model).toEqual({ name: 'brave-gnu-12', version: '7', trainedAt: 1_790_000_000_000 });
    expect(result.metrics).toEqual([{ name: 'f1_score', value: 0.8 }]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'dropped', path: 'run.data.metrics.1.value' })]);
  });

  it('are a run as a dictionary of Python', () => {
    const { result } = read({ info: { run_id: 'a1b2' }, data: { metrics: { r2_score: -0.2 }, tags: {} } });
    expect(result).toMatchObject({ model: { name: 'a1b2' }, task: 'regression', metrics: [{ value: -0.2 }] });
  });

  it('are the last values of a history, whose earlier ones are no version before', () => {
    const entry = (value: number, step: number) => ({
      key: 'f1_score',
      value,
      step,
      timestamp: 1_790_000_000_000 + step,
    });
    const { result, diagnostics } = read({ metrics: [entry(0.5, 0), entry(0.8, 2), entry(0.7, 1)] });
    expect(result.metrics).toEqual([{ name: 'f1_score', value: 0.8 }]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'dropped', severity: 'info', actual: 2 })]);
  });

  it('are lists of numbers by name', () => {
    expect(read({ metrics: { f1_score: [0.4, 0.6, 0.65] } }).result.metrics).toEqual([
      { name: 'f1_score', value: 0.65 },
    ]);
  });

  it('say which direction is welcome', () => {
    const metrics = [
      { name: 'tone', value: 3.2, greater_is_better: true },
      { name: 'toxicity', value: 0.1, greater_is_better: true },
    ];
    const { result } = read({ metrics }, { greaterIsBetter: { toxicity: false }, task: 'generation' });
    expect(result.metrics.map(({ polarity }) => polarity)).toEqual(['higher', 'lower']);
  });

  it('have thresholds, which become gates', () => {
    const thresholds = {
      f1_score: { threshold: 0.8, greater_is_better: true },
      log_loss: { threshold: 0.5, greater_is_better: false },
      roc_auc: { threshold: 0.9 },
    };
    const { result, diagnostics } = read({ metrics: evaluation, thresholds });
    expect(result.gates).toEqual([
      { name: 'f1_score', metric: 'f1_score', op: '>=', limit: 0.8 },
      { name: 'log_loss', metric: 'log_loss', op: '<=', limit: 0.5 },
    ]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'dropped', path: 'thresholds.roc_auc' })]);
  });

  it('lose what is no number, and say where', () => {
    const { result, diagnostics } = read({ f1_score: null, roc_auc: 0.9, loss: 'Infinity' });
    expect(result.metrics).toEqual([{ name: 'roc_auc', value: 0.9 }]);
    expect(diagnostics.map(({ path }) => path)).toEqual(['f1_score', 'loss']);
  });

  it.each([
    ['nothing', undefined],
    ['a list', [evaluation]],
    ['an empty object', {}],
    ['a run without metrics', { info: { run_id: 'a' }, data: { params: [] } }],
    ['an empty list', { metrics: [] }],
    ['texts', { note: 'hunter2' }],
  ])('are not %s', (_name, input) => {
    expect(() => fromMlflow(input)).toThrow(
      /^Cannot format the input with `sources\/mlflow`[\s\S]*expected metrics by name/,
    );
  });
});
