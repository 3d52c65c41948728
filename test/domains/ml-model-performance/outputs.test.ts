import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { MLModelPerformanceInput } from '../../../src/domains/ml-model-performance/input.js';
import {
  toGateReport,
  toJUnit,
  toMetricBatch,
  toModelCard,
  toModelIndex,
} from '../../../src/formatters/ml-model-performance.js';
import { metricBatchSchema } from '../../../src/metric/schema.js';
import { hasInjectionSamples, injectionSamples } from '../../support/injection-samples.js';
import { cancer, minimal, readInput } from './make-report.js';

const gated: MLModelPerformanceInput = {
  ...minimal,
  model: { name: 'genre-tagger', version: '2.4.0' },
  metrics: [
    { name: 'f1', value: 0.82 },
    { name: 'accuracy', value: 0.99 },
  ],
  confusion: cancer,
  gates: [
    { name: 'speed', metric: 'latency.p95', op: '<', limit: 80 },
    { name: 'release', metric: 'f1_score', op: '>=', limit: 0.85 },
    { name: 'balance', metric: 'balanced_accuracy', op: '>=', limit: 0.85 },
    { name: 'right', metric: 'accuracy', op: '>=', limit: 0.9 },
  ],
  latency: { p95: 57, unit: 'ms' },
};
/** Without the matrix that contradicts them. */
const { confusion: _confusion, ...plain } = gated;

const hostile = (text: string): MLModelPerformanceInput => ({
  ...plain,
  model: { name: text, version: text },
  dataset: { name: text, split: text },
  metrics: [{ name: text, value: 1, slice: text }],
  gates: [
    { name: text, metric: text, op: '<', limit: 0 },
    { name: 'missing', metric: `not ${text}`, op: '<', limit: 0 },
  ],
});

const { DOMParser } = new JSDOM('').window;

/** A browser's parser: what is not well-formed becomes a `parsererror`. */
const parseXml = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');

/** Long ones are the same thing many times. */
const maxChars = 5000;

/** Every line is a key, and a value that is JSON: nothing else that YAML knows. */
const line = /^ *(?:- )?[a-z-]+:(?: (.+))?$/;

const scalarsOf = (yaml: string): unknown[] =>
  yaml
    .trimEnd()
    .split('\n')
    .flatMap((each) => {
      const match = line.exec(each);
      if (match === null) throw new Error('a line that is no key');
      return match[1] === undefined ? [] : [JSON.parse(match[1])];
    });

describe('gates for programs', () => {
  it('are met, missed, or cannot be told', () => {
    expect(toGateReport(gated)).toEqual({
      model: 'genre-tagger',
      version: '2.4.0',
      dataset: 'held-out',
      verdict: 'unknown',
      gates: [
        { name: 'speed', metric: 'latency.p95', op: '<', limit: 80, value: 57, status: 'passed' },
        { name: 'release', metric: 'f1_score', op: '>=', limit: 0.85, value: 0.82, status: 'unknown' },
        { name: 'balance', metric: 'balanced_accuracy', op: '>=', limit: 0.85, status: 'unknown' },
        { name: 'right', metric: 'accuracy', op: '>=', limit: 0.9, value: 0.99, status: 'unknown' },
      ],
    });
    expect(toGateReport(plain).verdict).toBe('failed');
  });

  it('never pass without a gate', () => {
    expect(toGateReport(minimal).verdict).toBe('unknown');
  });

  it.each([
    ['>=', 0.85, 'passed'],
    ['>', 0.85, 'failed'],
    ['<=', 0.85, 'passed'],
    ['<', 0.85, 'failed'],
    ['==', 0.85, 'passed'],
    ['==', 0.86, 'failed'],
  ] as const)('hold a value of 0.85 %s %d: %s', (op, limit, status) => {
    const gates = [{ name: 'a', metric: 'x', op, limit }];
    expect(toGateReport({ ...minimal, metrics: [{ name: 'x', value: 0.85 }], gates }).verdict).toBe(status);
  });

  it('are a JUnit report with failures, and errors for what cannot be told', () => {
    const document = parseXml(toJUnit(gated, { evaluatedAt: Date.UTC(2026, 10, 20) }));
    const suite = document.querySelector('testsuite');
    expect(suite?.getAttribute('name')).toBe('genre-tagger 2.4.0');
    expect(suite?.getAttribute('timestamp')).toBe('2026-11-20T00:00:00.000Z');
    expect([suite?.getAttribute('tests'), suite?.getAttribute('failures'), suite?.getAttribute('errors')]).toEqual([
      '4',
      '0',
      '3',
    ]);
    const failed = parseXml(toJUnit(plain));
    expect(failed.querySelector('failure')?.getAttribute('message')).toBe('f1_score is 0.82, expected >= 0.85');
    expect(failed.querySelector('error')?.getAttribute('message')).toBe('There is no metric balanced_accuracy');
  });

  it('keep line ends and quotes of names in XML', () => {
    const text = 'a "b" <c> & \'d\'\n\te]]>';
    const suite = parseXml(toJUnit(hostile(text))).querySelector('testsuite');
    expect(suite?.getAttribute('name')).toBe(`${text} ${text}`);
  });

  it.skipIf(!hasInjectionSamples)('stay well-formed XML of the same elements, whatever names hold', () => {
    const shape = (xml: string): string[] =>
      Array.from(parseXml(xml).querySelectorAll('*'), ({ nodeName }) => nodeName);
    const expected = shape(toJUnit(hostile('x')));
    for (const [id, text] of injectionSamples) {
      if (text !== '' && text.length <= maxChars) expect(shape(toJUnit(hostile(text))), id).toEqual(expected);
    }
  });
});

describe('a model index', () => {
  it('says model, task, dataset and metrics', () => {
    expect(toModelIndex(plain)).toBe(
      [
        'model-index:',
        '  - name: "genre-tagger"',
        '    results:',
        '      - task:',
        '          type: "tabular-classification"',
        '        dataset:',
        '          name: "held-out"',
        '          type: "held-out"',
        '        metrics:',
        '          - type: "f1"',
        '            name: "f1"',
        '            value: 0.82',
        '          - type: "accuracy"',
        '            name: "accuracy"',
        '            value: 0.99',
        '',
      ].join('\n'),
    );
  });

  it('writes tiny numbers so that every parser reads a number', () => {
    const index = toModelIndex({
      ...minimal,
      metrics: [
        { name: 'x', value: 1e-7 },
        { name: 'y', value: -2.5e22 },
      ],
    });
    expect(index).toContain('value: 1.0e-7\n');
    expect(index).toContain('value: -2.5e+22\n');
  });

  it('is as long as it was, and holds the texts, whatever they are', () => {
    const lines = toModelIndex(hostile('x')).split('\n').length;
    const texts = ['a: b\n- c', '"', "'", '\\', '\u2028---\n', '\u0085', '\ud800', '!!js', '{{x}}', '#', '&a *a'];
    for (const text of [...texts, ...injectionSamples.map(([, each]) => each)]) {
      const index = toModelIndex(hostile(text));
      expect(index.split(/[\n\r\u0085\u2028\u2029]/).length).toBe(lines);
      expect(scalarsOf(index)[0]).toBe(text);
    }
  });

  it('stands at the head of a card', () => {
    const card = toModelCard(plain, '# Report\n\n---\n\n', { task: 'audio-classification' });
    expect(card.startsWith('---\nmodel-index:\n')).toBe(true);
    expect(card).toContain('type: "audio-classification"\n');
    expect(card.endsWith('0.99\n---\n\n# Report\n\n---\n')).toBe(true);
  });
});

describe('metrics for metric systems', () => {
  it('are a batch that every encoder takes', () => {
    const batch = toMetricBatch(readInput('examples/inputs/ml-model-performance.json'));
    expect(metricBatchSchema.safeParse(batch).success).toBe(true);
    expect(batch.resource).toMatchObject({ model: 'genre-tagger', version: '2.4.0', task: 'multiclass' });
    expect(batch.metrics.map(({ name, points }) => [name, points.length])).toEqual([
      ['ml_model_metric', 8],
      ['ml_model_class_metric', 15],
      ['ml_model_gate_passed', 4],
      ['ml_model_drift_score', 4],
      ['ml_model_latency', 5],
      ['ml_model_observations', 1],
      ['ml_model_trained', 1],
    ]);
  });

  it('leave out gates that cannot be told', () => {
    const gates = toMetricBatch(gated).metrics.find(({ name }) => name === 'ml_model_gate_passed');
    expect(gates?.points).toEqual([{ attributes: { gate: 'speed' }, value: 1 }]);
  });

  it('say two names of one metric as two series', () => {
    const batch = toMetricBatch({
      ...minimal,
      metrics: [
        { name: 'f1', value: 0.8 },
        { name: 'f1_score', value: 0.81 },
      ],
    });
    expect(batch.metrics[0]?.points.map(({ attributes }) => attributes?.['metric'])).toEqual(['f1', 'f1_score']);
  });
});
