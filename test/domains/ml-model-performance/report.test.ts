import { describe, expect, it } from 'vitest';
import type { MLModelPerformanceInput } from '../../../src/domains/ml-model-performance/input.js';
import { checkReport } from '../../../src/report/check.js';
import { cancer, insightsBy, minimal, readInput, reportOf } from './make-report.js';

type Input = Partial<MLModelPerformanceInput>;

const accuracy = { name: 'accuracy', value: 161 / 171 };
const sound: Input = { dataset: { name: 'held-out', n: 171 }, metrics: [accuracy], confusion: cancer };
const pairs = { both: 100, onlyThis: 40, onlyOther: 12, neither: 19 };
const groups = (low: number, n = 60) => ({
  fairness: [
    { attribute: 'market', group: 'north', n: 80, metric: 'recall', value: 0.9 },
    { attribute: 'market', group: 'south', n, metric: 'recall', value: low },
  ],
});
const drift = (...scores: number[]) => ({
  drift: scores.map((score, index) => ({ feature: `f${index}`, test: 'psi' as const, score, threshold: 0.2 })),
});

const codesOf = (input: Input): string[] => reportOf(input).payload.insights.map(({ code }) => code);
const textOf = (input: Input, code: string): string | undefined =>
  insightsBy(reportOf(input).payload.insights)[code]?.text;

describe('sentences about a model', () => {
  it.each<[string, Input, string, string]>([
    [
      'how often it is right, with the interval',
      sound,
      'accuracy',
      'Right in 94.2% of 171 observations (95 % interval: 89.6% to 96.8%)',
    ],
    ['the weakest class', sound, 'worstClass', 'Weakest class: malignant, F1 91.9% (63 observations)'],
    [
      'what it mixes up',
      sound,
      'confusedPair',
      'Most frequent confusion: 6 of 63 observations of malignant taken for benign (9.5%)',
    ],
    [
      'the distance to always answering the same',
      sound,
      'aboveMajority',
      'Accuracy is 94.2%, 31 pp above always answering benign (63.2%)',
    ],
    [
      'that nothing was learned',
      {
        ...sound,
        metrics: [],
        dataset: { name: 'x' },
        confusion: {
          ...cancer,
          matrix: [
            [3, 60],
            [5, 103],
          ],
        },
      },
      'notAboveMajority',
      'Accuracy of 62% is not clearly above always answering benign (63.2%)',
    ],
    [
      'a gate that is missed',
      { ...sound, gates: [{ name: 'release', metric: 'accuracy', op: '>=', limit: 0.95 }] },
      'gateAtLeast',
      'Gate release not met: Accuracy is 94.2% and has to be 95% or more',
    ],
    [
      'a gate of a percentile, in its unit',
      { latency: { p95: 81, unit: 'ms' }, gates: [{ name: 'speed', metric: 'latency.p95', op: '<', limit: 80 }] },
      'gateLessThan',
      'Gate speed not met: Latency, p95 is 81 ms and has to be less than 80 ms',
    ],
    [
      'that all gates are met',
      { ...sound, gates: [{ name: 'release', metric: 'accuracy', op: '>', limit: 0.9 }] },
      'gatesPassed',
      'The gate is met',
    ],
    [
      'a difference to the other model',
      { champion: { name: 'old', version: '3', pairs } },
      'championAheadClearly',
      'Against old 3, on the same observations: only this model right 40 times, only the other 12 times; this model is right more often than chance explains (McNemar, p below 0.001)',
    ],
    [
      'that there is none',
      { champion: { name: 'old', pairs: { ...pairs, onlyThis: 14 } } },
      'championTie',
      'Against old, on the same observations: only this model right 14 times, only the other 12 times; no difference beyond chance (McNemar, p = 0.845)',
    ],
    [
      'groups that are far apart',
      groups(0.7),
      'disparity',
      'Recall by market: the lowest group reaches 77.8% of the highest, below the four-fifths rule of thumb',
    ],
    [
      'the feature that drifted furthest',
      drift(0.1, 0.3, 0.4),
      'driftFurthest',
      'Drift in 2 of 3 features (66.7%), furthest f2 with a score of 0.4',
    ],
    ['that nothing drifted', drift(0.1), 'noDrift', 'No drift in the feature'],
    [
      'a metric below its baseline',
      { metrics: [{ name: 'rmse', value: 80, baseline: 70 }] },
      'baselineWorse',
      'RMSE: 80, 14.3% worse than the baseline (70)',
    ],
    [
      'a ratio above its baseline, in points',
      { metrics: [{ name: 'f1', value: 0.8, baseline: 0.7 }] },
      'baselinePoints',
      'F1: 80%, 10 pp better than the baseline (70%)',
    ],
    [
      'how far scores are off',
      {
        curves: {
          calibration: [
            { predicted: 0.2, observed: 0.3, n: 40 },
            { predicted: 0.8, observed: 0.6, n: 60 },
          ],
        },
      },
      'calibrationGap',
      'Scores are off by 0.16 on average (expected calibration error), most where they say 80%: 60% came true',
    ],
    [
      'a movement',
      { metrics: [{ name: 'roc_auc', value: 0.9, previous: 0.95 }] },
      'fell',
      'ROC AUC: 0.9, down 5.3% on the period before',
    ],
  ])('say %s', (_name, input, code, text) => {
    expect(textOf(input, code)).toBe(text);
    expect(checkReport(reportOf(input).payload, { ...minimal, ...input })).toEqual([]);
  });

  it.each<[string, Input, readonly string[]]>([
    [
      'fewer than 30 observations',
      { metrics: [{ ...accuracy, n: 29, value: 0.9, previous: 0.5, baseline: 0.5 }], dataset: { name: 'x', n: 29 } },
      ['accuracy', 'rosePoints', 'baselinePoints'],
    ],
    [
      'a matrix of few observations',
      {
        confusion: {
          ...cancer,
          matrix: [
            [10, 3],
            [1, 12],
          ],
        },
      },
      ['accuracy', 'worstClass', 'confusedPair', 'aboveMajority', 'notAboveMajority'],
    ],
    [
      'a change within the interval',
      { ...sound, metrics: [{ ...accuracy, previous: 0.93 }] },
      ['rosePoints', 'fellPoints'],
    ],
    [
      'a baseline within the interval',
      { ...sound, metrics: [{ ...accuracy, baseline: 0.93 }] },
      ['baselinePoints', 'baselinePointsWorse'],
    ],
    [
      'few pairs',
      { champion: { name: 'old', pairs: { both: 10, onlyThis: 12, onlyOther: 1, neither: 3 } } },
      ['championAhead', 'championTie'],
    ],
    ['groups within four fifths', groups(0.73), ['disparity']],
    ['a group of few', groups(0.2, 29), ['disparity']],
    [
      'two confusions as frequent as each other',
      {
        confusion: {
          ...cancer,
          matrix: [
            [57, 6],
            [6, 104],
          ],
        },
      },
      ['confusedPair'],
    ],
    [
      'a gate whose metric is missing',
      {
        ...sound,
        gates: [
          { name: 'a', metric: 'accuracy', op: '>', limit: 0.9 },
          { name: 'b', metric: 'toxicity', op: '<', limit: 1 },
        ],
      },
      ['gatesPassed', 'gatesFailed'],
    ],
    [
      'a gate whose metric the matrix contradicts',
      {
        ...sound,
        metrics: [{ name: 'accuracy', value: 0.97 }],
        gates: [{ name: 'a', metric: 'accuracy', op: '>', limit: 0.95 }],
      },
      ['gatesPassed', 'gatesFailed', 'accuracy', 'aboveMajority'],
    ],
    [
      'a metric without polarity',
      { metrics: [{ name: 'length', value: 80, baseline: 70 }] },
      ['baseline', 'baselineWorse'],
    ],
    [
      'days that are still coming in',
      {
        window: { from: '2026-10-01', to: '2026-10-07', complete: false },
        metrics: [{ name: 'roc_auc', value: 0.9, previous: 0.5 }],
      },
      ['rose'],
    ],
  ])('stay silent about %s', (_name, input, silent) => {
    const codes = codesOf(input);
    for (const code of silent) expect(codes).not.toContain(code);
  });

  it('put first what needs attention', () => {
    const severities = reportOf(readInput('examples/inputs/ml-model-performance.json')).payload.insights.map(
      ({ severity }) => severity,
    );
    const rank = { warning: 0, notice: 1, info: 2 };
    expect(severities).toEqual([...severities].sort((a, b) => rank[a] - rank[b]));
    expect(severities[0]).toBe('warning');
  });
});

describe('a report of a model', () => {
  it('hides groups of few people, and says how many', () => {
    const { payload, diagnostics } = reportOf(
      readInput('test/fixtures/reports/ml-model-performance-contradicting.json'),
    );
    const table = payload.tables.find(({ path }) => path === 'fairness');
    expect(JSON.stringify(table)).not.toContain('75+');
    expect(diagnostics.map(({ code }) => code)).toContain('suppressed');
    expect(JSON.stringify(payload.document)).toContain('of fewer than 10 people');
  });

  it('shows the most frequent confusions of a matrix that is too large', () => {
    const labels = Array.from({ length: 60 }, (_, index) => `class ${index}`);
    const matrix = labels.map((_row, row) =>
      labels.map((_column, column) => (row === column ? 90 : (row + column) % 3)),
    );
    const { payload, diagnostics } = reportOf({ task: 'multiclass', confusion: { labels, matrix } });
    expect(payload.charts.map(({ kind }) => kind)).not.toContain('heat');
    expect(payload.tables.find(({ path }) => path === 'confusion')?.rows).toHaveLength(50);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'confusion.matrix' }));
    expect(checkReport(payload, { confusion: { labels, matrix } })).toEqual([]);
  });

  it('thins a long curve, and says so', () => {
    const roc = Array.from({ length: 3000 }, (_, index) => ({ fpr: index / 2999, tpr: Math.sqrt(index / 2999) }));
    const { payload, diagnostics } = reportOf({ curves: { roc } });
    const [chart] = payload.charts;
    expect(chart?.categories.length).toBeLessThanOrEqual(200);
    expect(chart?.notes?.at(-1)).toContain('3,000');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'curves.roc', actual: 3000 }));
  });

  it('tells charts and tables apart by their paths', () => {
    const { charts, tables } = reportOf(readInput('examples/inputs/ml-model-performance.json')).payload;
    for (const paths of [charts.map(({ path }) => path), tables.map(({ path }) => path)]) {
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths).not.toContain(undefined);
    }
  });

  it('names the gain of a ranked list', () => {
    const ranking = { k: 10, ndcg: 0.861, gain: 'linear' as const, recall: 0.4 };
    expect(reportOf({ task: 'ranking', ranking }).payload.kpis.map(({ label }) => label)).toEqual([
      'NDCG@10 (linear gain)',
      'Recall @10',
    ]);
  });

  it('converts a latency, and proves it', () => {
    const input = { latency: { p95: 1.8, unit: 's' as const } };
    const { payload } = reportOf(input);
    expect(payload.kpis[0]).toMatchObject({ key: 'latencyMs', value: 1800, unit: 'durationMs' });
    expect(checkReport(payload, { ...minimal, ...input })).toEqual([]);
  });

  it.each(
    ['en', 'fr', 'ar'].flatMap((locale) => [
      [locale, 'example', 'examples/inputs/ml-model-performance.json'] as const,
      [locale, 'contradicting', 'test/fixtures/reports/ml-model-performance-contradicting.json'] as const,
    ]),
  )('in %s is what it was: %s', async (locale, name, path) => {
    const { payload, diagnostics } = reportOf(readInput(path), { locale });
    const golden = `${JSON.stringify({ payload, diagnostics }, null, 2)}\n`;
    await expect(golden).toMatchFileSnapshot(`golden/${name}.${locale}.json`);
  });
});
