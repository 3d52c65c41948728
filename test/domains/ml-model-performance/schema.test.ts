import { describe, expect, it } from 'vitest';
import { cancer, createReports, minimal } from './make-report.js';

const reports = createReports();

function pathsOf(input: object, options: object = {}): string[] {
  const result = reports.tryFormat({ ...minimal, ...input }, options);
  if (result.ok) return [];
  if (result.error.code !== 'ERR_INPUT_INVALID') throw result.error;
  return result.error.issues.map(({ path }) => path);
}

const metric = (name: string, value: unknown, more: object = {}) => ({ metrics: [{ name, value, ...more }] });
const point = (fpr: number, tpr: number) => ({ fpr, tpr });

describe('the schema of a model', () => {
  it.each<[string, object, string[]]>([
    ['NaN', metric('loss', Number.NaN), ['metrics.0.value']],
    ['an infinite figure', metric('loss', Number.POSITIVE_INFINITY), ['metrics.0.value']],
    ['a figure as a text', metric('accuracy', '0.94'), ['metrics.0.value']],
    ['null', metric('accuracy', null), ['metrics.0.value']],
    ['a percentage', metric('accuracy', 94.1), ['metrics.0.value']],
    ['a percentage before', metric('f1_macro', 0.9, { previous: 88 }), ['metrics.0.previous']],
    ['an area above 1', metric('roc_auc', 1.2), ['metrics.0.value']],
    ['a correlation below -1', metric('MCC', -1.01), ['metrics.0.value']],
    ['a kappa above 1', metric('cohen_kappa_score', 1.5), ['metrics.0.value']],
    ['an R2 above 1', metric('r2_score', 1.01), ['metrics.0.value']],
    ['a negative index of stability', metric('psi', -0.1), ['metrics.0.value']],
    ['a Brier score above 1', metric('brier_score_loss', 1.1), ['metrics.0.value']],
    ['a negative error', metric('rmse', -1), ['metrics.0.value']],
    ['an interval upside down', metric('x', 1, { ci: { low: 2, high: 1 } }), ['metrics.0.ci.high']],
    [
      'a metric twice',
      {
        metrics: [
          { name: 'f1', value: 0.5 },
          { name: 'f1', value: 0.6 },
        ],
      },
      ['metrics.1.name'],
    ],
    ['a misspelt member', metric('f1', 0.5, { treshold: 0.4 }), ['metrics.0.treshold']],
    ['a matrix with a row too few', { confusion: { ...cancer, matrix: [[1, 2]] } }, ['confusion.matrix']],
    [
      'a row too long',
      {
        confusion: {
          ...cancer,
          matrix: [
            [1, 2, 3],
            [4, 5],
          ],
        },
      },
      ['confusion.matrix.0'],
    ],
    [
      'a share in a matrix',
      {
        confusion: {
          ...cancer,
          matrix: [
            [0.9, 2],
            [4, 5],
          ],
        },
      },
      ['confusion.matrix.0.0'],
    ],
    [
      'a negative count',
      {
        confusion: {
          ...cancer,
          matrix: [
            [1, 2],
            [-4, 5],
          ],
        },
      },
      ['confusion.matrix.1.0'],
    ],
    ['a label twice', { confusion: { ...cancer, labels: ['a', 'a'] } }, ['confusion.labels.1']],
    ['a single label', { confusion: { labels: ['a'], matrix: [[1]] } }, ['confusion.labels']],
    ['a rate that falls', { curves: { roc: [point(0, 0), point(0.2, 0.6), point(0.1, 0.7)] } }, ['curves.roc.2.fpr']],
    ['a hit rate that falls', { curves: { roc: [point(0, 0.5), point(0.2, 0.4)] } }, ['curves.roc.1.tpr']],
    [
      'a recall that turns',
      { curves: { pr: [1, 0.5, 0.7, 0].map((recall) => ({ precision: 0.5, recall })) } },
      ['curves.pr.2.recall'],
    ],
    [
      'a bin without a size',
      { curves: { calibration: [{ predicted: 0.1, observed: 0.2 }] } },
      ['curves.calibration.0.n'],
    ],
    [
      'thresholds that stand still',
      { curves: { threshold: [{ threshold: 0.5 }, { threshold: 0.5 }] } },
      ['curves.threshold.1.threshold'],
    ],
    ['a gain without a name', { ranking: { k: 10, ndcg: 0.8 } }, ['ranking.gain']],
    ['percentiles out of order', { latency: { p50: 10, p95: 8, unit: 'ms' } }, ['latency.p95']],
    ['a latency without a unit', { latency: { p50: 10 } }, ['latency.unit']],
    ['a negative drift', { drift: [{ feature: 'a', test: 'psi', score: -1 }] }, ['drift.0.score']],
    [
      'a percentage of a group',
      { fairness: [{ attribute: 'a', group: 'b', n: 40, metric: 'recall', value: 90 }] },
      ['fairness.0.value'],
    ],
    ['an unknown condition', { gates: [{ name: 'a', metric: 'f1', op: '=>', limit: 1 }] }, ['gates.0.op']],
    ['an amount as a number', { cost: { amount: 1.2, currency: 'EUR' } }, ['cost.amount']],
    ['an unknown task', { task: 'clustering' }, ['task']],
    ['a class with support of a half', { perClass: [{ label: 'a', support: 0.5 }] }, ['perClass.0.support']],
  ])('refuses %s and names the place', (_name, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  it.each<[string, object]>([
    ['an R2 below nothing', metric('r2', -3.2)],
    ['a word error rate above 1', metric('wer', 1.4)],
    ['a metric that nobody knows, of any size', metric('engagement_points', -4200.5)],
    [
      'a metric again, of a part of the data',
      {
        metrics: [
          { name: 'f1', value: 0.5 },
          { name: 'f1', value: 0.6, slice: 'fr' },
        ],
      },
    ],
    [
      'an infinite threshold as null',
      {
        curves: {
          roc: [
            { fpr: 0, tpr: 0, threshold: null },
            { fpr: 1, tpr: 1, threshold: 0 },
          ],
        },
      },
    ],
    [
      'recall that falls, as scikit-learn has it',
      {
        curves: {
          pr: [
            { precision: 0.5, recall: 1 },
            { precision: 1, recall: 0 },
          ],
        },
      },
    ],
    [
      'a matrix without observations',
      {
        confusion: {
          ...cancer,
          matrix: [
            [0, 0],
            [0, 0],
          ],
        },
      },
    ],
  ])('takes %s', (_name, input) => {
    expect(pathsOf(input)).toEqual([]);
  });

  it('leaves out bad rows of lists where the call asks for it, and says how many', () => {
    const metrics = [
      { name: 'accuracy', value: 94 },
      { name: 'roc_auc', value: 0.98 },
    ];
    const roc = [point(0, 0), point(0.5, 0.8), point(0.4, 0.9), point(1, 1)];
    const { payload } = reports.format({ ...minimal, metrics, curves: { roc } }, { mode: 'lenient' });
    expect(payload.omitted).toEqual({ rows: 2, of: 6 });
    expect(payload.kpis.map(({ key }) => key)).toEqual(['rocAuc']);
    expect(payload.charts.map(({ categories }) => categories.length)).toEqual([3]);
  });

  it.each([
    ['gates', { gates: [{ name: 'a', metric: 'f1', op: '=>', limit: 1 }] }, ['gates.0.op']],
    ['classes', { perClass: [{ label: 'a', support: -1 }] }, ['perClass.0.support']],
  ])('never leaves out %s: what is not there would read as fine', (_name, input, paths) => {
    expect(pathsOf(input, { mode: 'lenient' })).toEqual(paths);
  });
});
