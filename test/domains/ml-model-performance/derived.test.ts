import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownMetric } from '../../../src/domains/ml-model-performance/catalog.js';
import {
  candidatesOf,
  confusedPairs,
  majorityOf,
  matrixFacts,
} from '../../../src/domains/ml-model-performance/confusion.js';
import { driftCounts, psiBand } from '../../../src/domains/ml-model-performance/drift.js';
import { ndcg } from '../../../src/domains/ml-model-performance/ranking.js';
import { calibrationError, mcnemarP } from '../../../src/report/statistics.js';
import { cancer } from './make-report.js';

/** Printed by scikit-learn 1.9.1 for 300 random answers to three classes. */
const sklearn = JSON.parse(
  readFileSync(new URL('../../fixtures/reports/ml-model-performance-sklearn.json', import.meta.url), 'utf8'),
).multiclass;

const facts = matrixFacts(sklearn);

const derived = (name: string): number | undefined => {
  const { key, average } = knownMetric(name) ?? { key: name };
  return candidatesOf(facts, key, average)[0];
};

describe('what follows from a confusion matrix', () => {
  it.each([
    ['accuracy', sklearn.accuracy],
    ['matthews_corrcoef', sklearn.mcc],
    ['cohen_kappa_score', sklearn.kappa],
    ['balanced_accuracy_score', sklearn.balanced],
    ['precision_macro', sklearn.report['macro avg'].precision],
    ['recall_macro', sklearn.report['macro avg'].recall],
    ['f1_macro', sklearn.report['macro avg']['f1-score']],
    ['precision_weighted', sklearn.report['weighted avg'].precision],
    ['recall_weighted', sklearn.report['weighted avg'].recall],
    ['weighted avg f1-score', sklearn.report['weighted avg']['f1-score']],
    ['f1_micro', sklearn.accuracy],
  ])('is what scikit-learn says: %s', (name, expected) => {
    expect(derived(name)).toBeCloseTo(expected, 12);
  });

  it.each(facts.classes)('has the figures of class $label', ({ label, precision, recall, f1, support }) => {
    const row = sklearn.report[label];
    expect({ precision, recall, f1, support }).toEqual({
      precision: expect.closeTo(row.precision, 12),
      recall: expect.closeTo(row.recall, 12),
      f1: expect.closeTo(row['f1-score'], 12),
      support: row.support,
    });
  });

  it('leaves out what divides by nothing', () => {
    const { classes } = matrixFacts({
      labels: ['a', 'b'],
      matrix: [
        [5, 0],
        [0, 0],
      ],
    });
    expect(classes[1]).toEqual({ label: 'b', hits: 0, support: 0, predicted: 0 });
  });

  it('says nothing of metrics that do not follow from it', () => {
    expect(derived('roc_auc')).toBeUndefined();
    expect(derived('f1_samples')).toBeUndefined();
  });

  it('orders the confusions, and finds the largest class', () => {
    expect(confusedPairs(matrixFacts(cancer))).toEqual([
      { truth: 0, predicted: 1, count: 6, of: 63 },
      { truth: 1, predicted: 0, count: 4, of: 108 },
    ]);
    expect(majorityOf(matrixFacts(cancer))).toBe(1);
  });
});

describe('names of metrics', () => {
  it.each([
    ['F1', 'f1', undefined],
    ['f1-score', 'f1', undefined],
    ['f1_score_macro', 'f1', 'macro'],
    ['macro F1', 'f1', 'macro'],
    ['weighted avg f1-score', 'f1', 'weighted'],
    ['ROC AUC', 'rocAuc', undefined],
    ['eval/accuracy', undefined, undefined],
    ['constructor', undefined, undefined],
    ['', undefined, undefined],
  ])('knows %j as %s, %s', (name, key, average) => {
    expect([knownMetric(name)?.key, knownMetric(name)?.average]).toEqual([key, average]);
  });
});

describe('the normalized discounted gain', () => {
  // scikit-learn 1.9.1, `ndcg_score`; the exponential one with relevances of 2^r - 1.
  it.each([
    [[3, 2, 3, 0, 1, 2], 0.9608081943360616, 0.9488107485678984, 0.9777813616305048],
    [[1, 0, 2, 3, 0, 1], 0.7025924934382184, 0.5976447825973356, 0.4200039915079282],
    [[0, 0, 1, 2], 0.5174418337467066, 0.4935456744811715, 0.19004688335796716],
  ])('of %j is that of scikit-learn, by both gains', (list, linear, exponential, firstThree) => {
    expect(ndcg(list, 'linear')).toBeCloseTo(linear, 12);
    expect(ndcg(list, 'exponential')).toBeCloseTo(exponential, 12);
    expect(ndcg(list, 'linear', 3)).toBeCloseTo(firstThree, 12);
  });

  it('is none where nothing is relevant', () => {
    expect(ndcg([0, 0], 'linear')).toBeUndefined();
    expect(ndcg([], 'exponential')).toBeUndefined();
  });
});

describe('statistics of pairs and bins', () => {
  // scipy 1.17: `binom.cdf` doubled, and `chi2.sf` of the corrected statistic.
  it.each([
    [5, 3, 0.7265625],
    [10, 2, 0.03857421875],
    [24, 0, 1.1920928955078125e-7],
    [13, 12, 1],
    [25, 0, 1.5866563039511885e-6],
    [30, 12, 0.008711912962379598],
    [100, 60, 0.002047732153668759],
  ])('has the p-value of McNemar for %i against %i', (one, other, p) => {
    expect(mcnemarP(one, other) / p).toBeCloseTo(1, 10);
    expect(mcnemarP(other, one)).toBe(mcnemarP(one, other));
  });

  it('tells no difference where there is none', () => {
    expect(mcnemarP(0, 0)).toBe(1);
    expect(mcnemarP(40, 40)).toBe(1);
  });

  it('weighs the error of bins by their size', () => {
    expect(calibrationError([0.2, 0.8], [0.3, 0.6], [30, 10])).toBeCloseTo((0.1 * 30 + 0.2 * 10) / 40, 12);
    expect(calibrationError([0.2], [0.3], [0])).toBeUndefined();
  });
});

describe('drift', () => {
  it('counts what the input says, else what the numbers say, and leaves out what nobody does', () => {
    const rows = [
      { feature: 'a', test: 'psi' as const, score: 0.3, threshold: 0.2 },
      { feature: 'b', test: 'ks' as const, score: 0.3, pValue: 0.01, threshold: 0.05 },
      { feature: 'c', test: 'ks' as const, score: 0.3, threshold: 0.05 },
      { feature: 'd', test: 'js' as const, score: 0.01, drifted: false },
    ];
    expect(driftCounts(rows)).toEqual({ known: [0, 1, 3], drifted: [0, 1] });
  });

  it.each([
    [0.099, 'small'],
    [0.1, 'moderate'],
    [0.25, 'large'],
  ])('puts %d into the band %s', (score, band) => {
    expect(psiBand(score)).toBe(band);
  });
});
