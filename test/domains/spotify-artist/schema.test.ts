import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../src/index.js';

const { spotifyArtist } = createFormatters({ tenantId: 'label_42' });

const base = { artist: { name: 'Mira Solane' }, window: { from: '2026-09-01', to: '2026-09-30' } };
const timeline = [
  { t: '2026-09-01', streams: 1 },
  { t: '2026-09-02', streams: 2 },
  { t: '2026-09-03', streams: 3 },
];

function pathsOf(input: unknown): string[] {
  const result = spotifyArtist.tryFormat(input);
  if (result.ok) return [];
  expect(result.error.code).toBe('ERR_INPUT_INVALID');
  return result.error.code === 'ERR_INPUT_INVALID' ? result.error.issues.map(({ path }) => path) : [];
}

describe('the input of an artist', () => {
  it.each<[string, object]>([
    ['nothing but a name and days', {}],
    [
      'figures, bare and with what they are measured against',
      { kpis: { streams: 1, saves: { value: 2, previous: 1, target: 3 } } },
    ],
    ['points of months', { timeline: [{ t: '2026-01' }, { t: '2026-02' }] }],
    ['points of instants', { timeline: [{ t: 0 }, { t: '2026-02-01T00:00:00+01:00' }] }],
    ['lists without a row', { timeline: [], topTracks: [], topCities: [], sources: {}, demographics: {} }],
    [
      'all identifiers',
      {
        artist: {
          name: 'x',
          spotifyId: '0OdUWJ0sBjDrqHygGUXeCF',
          isni: '0000000121032683',
          mbid: '056e4f3e-d505-4dad-8ec1-d04f521cbb56',
        },
      },
    ],
  ])('takes %s', (_name, more) => {
    expect(pathsOf({ ...base, ...more })).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['no name', { artist: { name: ' ' } }, ['artist.name']],
    ['an id that overflows', { artist: { name: 'x', spotifyId: 'Z'.repeat(22) } }, ['artist.spotifyId']],
    ['a wrong check character', { artist: { name: 'x', isni: '0000000121032684' } }, ['artist.isni']],
    ['no UUID', { artist: { name: 'x', mbid: '12' } }, ['artist.mbid']],
    ['no window', { window: undefined }, ['window']],
    ['a number as a text', { kpis: { streams: '12' } }, ['kpis.streams']],
    ['a reading of a text', { kpis: { streams: { value: 1, previous: '12' } } }, ['kpis.streams.previous']],
    ['half a stream', { kpis: { streams: 1.5 } }, ['kpis.streams']],
    ['no number', { kpis: { streams: Number.NaN } }, ['kpis.streams']],
    ['endless listeners', { kpis: { listeners: Number.POSITIVE_INFINITY } }, ['kpis.listeners']],
    ['fewer than no followers', { kpis: { followers: -1 } }, ['kpis.followers']],
    ['a popularity above 100', { kpis: { popularity: 101 } }, ['kpis.popularity']],
    ['a misspelt figure', { kpis: { stream: 1 } }, ['kpis.stream']],
    ['a percentage', { sources: { active: 40 } }, ['sources.active']],
    ['an unknown source', { sources: { radio: 0.1 } }, ['sources.radio']],
    ['points in the wrong order', { timeline: [timeline[1], timeline[0], timeline[2]] }, ['timeline.1.t']],
    ['a point twice', { timeline: [timeline[0], timeline[0]] }, ['timeline.1.t']],
    ['a day that no month has', { timeline: [{ t: '2026-02-30' }] }, ['timeline.0.t']],
    ['a time without an offset', { timeline: [{ t: '2026-02-03T10:00:00' }] }, ['timeline.0.t']],
    ['a wrong ISRC', { topTracks: [{ title: 'x', streams: 1, isrc: 'GBUM7140392' }] }, ['topTracks.0.isrc']],
    ['a corrupt cell', { topTracks: [{ title: 'x', streams: 'BPM110KeyAModeMajor' }] }, ['topTracks.0.streams']],
    ['a country in words', { topCities: [{ city: 'Leeds', country: 'UK ', listeners: 1 }] }, ['topCities.0.country']],
    [
      'an unknown gender',
      { demographics: { gender: [{ gender: 'f', listeners: 1 }] } },
      ['demographics.gender.0.gender'],
    ],
    ['a group without a name', { demographics: { age: [{ group: '', listeners: 1 }] } }, ['demographics.age.0.group']],
  ])('refuses %s, with its place', (_name, more, paths) => {
    expect(pathsOf({ ...base, ...more })).toEqual(paths);
  });

  it('loses bad rows alone where it may, and says so', () => {
    const input = {
      ...base,
      timeline: [timeline[0], timeline[2], timeline[1], { t: '2026-09-04', streams: Number.NaN }],
      topTracks: [
        { title: 'x', streams: 'BPM110' },
        { title: 'y', streams: 3 },
      ],
    };
    const result = spotifyArtist.tryFormat(input, { mode: 'lenient' });
    expect(result.ok && result.value.payload.omitted).toEqual({ rows: 3, of: 6 });
    expect(result.ok && result.value.diagnostics.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['timeline.3.streams', 'topTracks.0.streams', 'timeline.2.t']),
    );
    expect(spotifyArtist.tryFormat({ ...input, kpis: { streams: -1 } }, { mode: 'lenient' }).ok).toBe(false);
  });
});
