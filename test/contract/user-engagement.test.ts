import { readFileSync } from 'node:fs';
import { describeContract } from './contract.js';

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const secret = 'hunter2-canary';
const window = { from: '2026-10-01', to: '2026-10-31' };
const cohort = { start: '2026-10-01', size: 5, cells: [{ k: 0, retained: 5 }] };

describeContract({
  id: 'userEngagement',
  module: 'src/formatters/user-engagement.ts',
  // A report takes a millisecond.
  rounds: 300,
  inputs: [
    readJson('test/fixtures/reports/user-engagement-open.json'),
    { window, active: { dau: 5, wau: 9, mau: 20 } },
    {
      window,
      segmentRate: 'skipRatio',
      segments: [{ name: 'ليبل', users: 50, previousUsers: 40, rate: { numerator: 5, denominator: 20 } }],
      heatmap: Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_unused, hour) => day * hour)),
    },
  ],
  invalid: [
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['an empty object', {}, ['window']],
    [
      'cells that are none',
      { window, funnel: [{ step: 'a', count: secret }], active: { dau: secret } },
      ['active.dau', 'funnel.0.count'],
    ],
    [
      'cohorts in the wrong order',
      { window, retention: { unit: 'day', definition: 'n-day', cohorts: [cohort, cohort] } },
      ['retention.cohorts.1.start'],
    ],
    ['a misspelt member', { window, activ: secret }, ['activ']],
  ],
  secret,
  options: [{ mode: 'lenient' }, { mode: 'strict' }],
  misspelt: [['mod', 'mode']],
});
