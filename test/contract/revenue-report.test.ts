import { readFileSync } from 'node:fs';
import { describeContract } from './contract.js';

const example: unknown = JSON.parse(
  readFileSync(new URL('../../examples/inputs/revenue-report.json', import.meta.url), 'utf8'),
);

const secret = 'hunter2-canary';
const window = { from: '2026-07-01', to: '2026-09-30' };
const line = { dsp: 'Spotify', territory: 'FR', useType: 'stream_ad', title: 'Aube', quantity: 12, net: '0.02' };

describeContract({
  id: 'revenueReport',
  module: 'src/formatters/revenue-report.ts',
  // A report takes a millisecond.
  rounds: 300,
  inputs: [example, { window, currency: 'JPY', lines: [] }, { window, currency: 'EUR', lines: [line] }],
  invalid: [
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['an empty object', {}, ['window', 'currency', 'lines']],
    [
      'cells that are none',
      { window, currency: 'EUR', lines: [{ ...line, net: secret, quantity: secret }] },
      ['lines.0.net', 'lines.0.quantity'],
    ],
    ['a misspelt member', { window, currency: 'EUR', lines: [line], split: [secret] }, ['split']],
  ],
  secret,
  options: [{ mode: 'lenient' }, { mode: 'strict' }],
  misspelt: [['mod', 'mode']],
});
