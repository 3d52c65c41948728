import { describe, expect, it } from 'vitest';
import type { MLModelPerformanceInput } from '../../../src/domains/ml-model-performance/input.js';
import { cancer, reportOf } from './make-report.js';

type Input = Partial<MLModelPerformanceInput>;

const accuracy = { name: 'accuracy', value: 161 / 171 };
const sound: Input = { dataset: { name: 'held-out', n: 171 }, metrics: [accuracy], confusion: cancer };

describe('contradictions', () => {
  it.each<[string, Input, string, readonly string[]]>([
    [
      'accuracy',
      { ...sound, metrics: [{ name: 'accuracy', value: 0.95 }] },
      'Accuracy: the confusion matrix gives 0.9415, the input says 0.95; rounding explains up to 0.0005',
      ['metrics.0.value', 'confusion.matrix'],
    ],
    [
      'support',
      {
        ...sound,
        perClass: [
          { label: 'malignant', support: 64 },
          { label: 'benign', support: 107 },
        ],
      },
      'malignant: its row of the confusion matrix adds up to 63, its support is 64',
      ['perClass.0.support', 'confusion.matrix.0'],
    ],
    [
      'the recall of a class',
      { confusion: cancer, perClass: [{ label: 'malignant', recall: 0.93, support: 63 }] },
      'malignant, Recall: the confusion matrix gives 0.9048, the input says 0.93; rounding explains up to 0.0005',
      ['perClass.0.recall', 'confusion.matrix'],
    ],
    [
      'the number of observations',
      { ...sound, dataset: { name: 'x', n: 180 } },
      'The confusion matrix holds 171 observations, the dataset 180',
      ['confusion', 'dataset.n'],
    ],
    [
      'the sum of support',
      {
        dataset: { name: 'x', n: 180 },
        perClass: [
          { label: 'a', support: 100 },
          { label: 'b', support: 70 },
        ],
      },
      'The support of all classes adds up to 170 observations, the dataset has 180',
      ['perClass', 'dataset.n'],
    ],
    [
      'a gate without a metric',
      { gates: [{ name: 'release', metric: 'bleu', op: '>', limit: 1 }] },
      'Gate release: there is no metric bleu, so it is neither met nor missed',
      ['gates.0.metric'],
    ],
    [
      'drift',
      { drift: [{ feature: 'hour', test: 'psi', score: 0.05, threshold: 0.2, drifted: true }] },
      'hour is said to have drifted, though 0.05 against the threshold of 0.2 says it has not',
      ['drift.0.drifted'],
    ],
  ])('of %s are said, with their places', (_name, input, text, paths) => {
    const { payload, diagnostics } = reportOf(input);
    expect(payload.findings[0]).toMatchObject({ text, paths });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'inconsistent', path: paths[0] }));
  });

  it.each<[string, Input]>([
    ['three decimals', { ...sound, metrics: [{ name: 'accuracy', value: 0.942 }] }],
    [
      'precision of either class',
      {
        ...sound,
        metrics: [
          { name: 'precision', value: 57 / 61 },
          { name: 'recall', value: 104 / 108 },
        ],
      },
    ],
    ['an average', { ...sound, metrics: [{ name: 'f1', value: 0.936741639538325 }] }],
    ['a metric of a slice', { ...sound, metrics: [{ name: 'accuracy', value: 0.5, slice: 'fr' }] }],
    [
      'averages of some classes',
      { confusion: cancer, metrics: [{ name: 'f1_macro', value: 0.5 }], perClass: [{ label: 'benign', support: 108 }] },
    ],
  ])('are none for %s', (_name, input) => {
    expect(reportOf(input).payload.findings).toEqual([]);
  });

  it('counts classes beyond the first three', () => {
    const labels = ['a', 'b', 'c', 'd', 'e'];
    const matrix = labels.map((_row, row) => labels.map((_column, column) => (row === column ? 40 : 1)));
    const perClass = labels.map((label) => ({ label, support: 45 }));
    const { findings } = reportOf({ task: 'multiclass', confusion: { labels, matrix }, perClass }).payload;
    expect(findings.map(({ code }) => code)).toEqual([
      'matrixSupport',
      'matrixSupport',
      'matrixSupport',
      'moreClasses',
    ]);
    expect(findings[3]?.text).toBe('2 more classes contradict the confusion matrix');
  });
});
