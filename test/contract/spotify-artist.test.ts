import { readFileSync } from 'node:fs';
import { describeContract } from './contract.js';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../fixtures/reports/spotify-artist-${name}.json`, import.meta.url), 'utf8'));

const month = read('month');
const secret = 'hunter2-canary';

describeContract({
  id: 'spotifyArtist',
  module: 'src/formatters/spotify-artist.ts',
  // A report takes a millisecond.
  rounds: 300,
  inputs: [
    month,
    read('contradictory'),
    { artist: { name: 'Mira Solane' }, window: { from: '2026-09-01', to: '2026-09-30' } },
  ],
  invalid: [
    ['nothing', undefined, ['']],
    ['a text', secret, ['']],
    ['an empty object', {}, ['artist', 'window']],
    ['a misspelt member', { ...month, artits: secret }, ['artits']],
    [
      'several mistakes at once',
      { ...month, sources: { active: 40 }, kpis: { streams: secret } },
      ['kpis.streams', 'sources.active'],
    ],
  ],
  secret,
  options: [{ mode: 'lenient' }],
  misspelt: [['mod', 'mode']],
});
