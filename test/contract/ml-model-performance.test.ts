import { readFileSync } from 'node:fs';
import { describeContract } from './contract.js';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const secret = 'hunter2-canary';
const base = { model: { name: 'genre-tagger' }, task: 'binary', dataset: { name: 'held-out' }, metrics: [] };

describeContract({
  id: 'mlModelPerformance',
  module: 'src/formatters/ml-model-performance.ts',
  // A report takes a millisecond.
  rounds: 300,
  inputs: [
    base,
    read('examples/inputs/ml-model-performance.json'),
    read('test/fixtures/reports/ml-model-performance-regression.json'),
    read('test/fixtures/reports/ml-model-performance-contradicting.json'),
  ],
  invalid: [
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['an empty object', {}, ['model', 'task', 'dataset', 'metrics']],
    [
      'figures that are none',
      {
        ...base,
        metrics: [
          { name: 'f1', value: secret },
          { name: 'auc', value: Number.NaN },
        ],
      },
      ['metrics.0.value', 'metrics.1.value'],
    ],
    ['a misspelt member', { ...base, gate: secret }, ['gate']],
    ['a matrix of texts', { ...base, confusion: { labels: ['a', 'b'], matrix: [[secret]] } }, ['confusion.matrix.0.0']],
  ],
  secret,
  options: [{ mode: 'lenient' }, { mode: 'strict' }],
  misspelt: [['mod', 'mode']],
});
