import { readFileSync } from 'node:fs';
import { describeContract } from './contract.js';

const example: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../examples/inputs/playlist-analytics.json', import.meta.url), 'utf8'),
);
const window = { from: '2026-09-01', to: '2026-09-30' };
const secret = 'hunter2-canary';

describeContract({
  id: 'playlistAnalytics',
  module: 'src/formatters/playlist-analytics.ts',
  // A report takes a millisecond.
  rounds: 300,
  inputs: [
    example,
    { playlist: { name: 'Sea Air' }, window },
    {
      playlist: { name: 'هواء البحر', url: 'javascript:alert(1)', trackCount: 1 },
      window: { ...window, complete: false },
      tracks: [
        { position: 1, title: 'موج' },
        { position: 3, title: 'ملح', addedAt: null },
      ],
    },
  ],
  invalid: [
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['an empty object', {}, ['playlist', 'window']],
    ['a misspelt member', { ...example, trakcs: secret }, ['trakcs']],
    ['a count as a text', { ...example, unavailableCount: secret }, ['unavailableCount']],
  ],
  secret,
  options: [{ mode: 'lenient' }],
  misspelt: [['mod', 'mode']],
});
