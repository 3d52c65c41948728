import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpotifyArtistInput } from '../../src/domains/spotify-artist/schema.js';
import { SpotifyArtistFormatter } from '../../src/formatters/spotify-artist.js';
import { allCatalogs } from '../../src/generated/all-locales.js';
import { checkReport } from '../../src/report/check.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { runs } from '../support/runs.js';
import { locales } from '../support/tenants.js';
import { anyText } from './arbitraries/text.js';

const formatters = locales.map(
  (locale) => new SpotifyArtistFormatter({ tenantId: 'label_42', locale, locales: allCatalogs }),
);

const dayMs = 86_400_000;
const name = anyText(8).map((text) => `x${text}`);
const count = fc.oneof(fc.nat(60), fc.nat(), fc.maxSafeNat());
const figure = fc.oneof(
  count,
  fc.record({ value: count, previous: count, target: count }, { requiredKeys: ['value'] }),
);
const popularity = fc.nat(100);
const ratio = fc.double({ min: 0, max: 1, noNaN: true });

const point = fc.record(
  { streams: count, listeners: count, followers: count, streamsTotal: count, correction: fc.boolean() },
  { requiredKeys: [] },
);
const timeline = fc.array(point, { maxLength: 70 }).map((points) =>
  points.map((each, day) => ({
    ...each,
    t: new Date(Date.UTC(2026, 5, 1) + day * dayMs).toISOString().slice(0, 10),
  })),
);

const inputs: fc.Arbitrary<SpotifyArtistInput> = fc.record(
  {
    artist: fc.record({ name, url: anyText(20) }, { requiredKeys: ['name'] }),
    window: fc.constantFrom(
      { from: '2026-07-01', to: '2026-07-31', previous: { from: '2026-06-01', to: '2026-06-30' } },
      { from: '2026-07-01', to: '2026-07-28', complete: false },
      { from: '2026-07-01', to: '2026-07-28', previous: { from: '2026-06-01', to: '2026-06-20' } },
    ),
    kpis: fc.record(
      {
        streams: figure,
        listeners: figure,
        monthlyListeners: figure,
        followers: figure,
        saves: figure,
        playlistAdds: figure,
        popularity,
      },
      { requiredKeys: [] },
    ),
    timeline,
    topTracks: fc.array(
      fc.record({ title: name, streams: count, previous: count, popularity }, { requiredKeys: ['title', 'streams'] }),
      { maxLength: 8 },
    ),
    topCities: fc.array(
      fc.record(
        { city: name, country: fc.constantFrom('FR', 'TN', 'ZZ'), listeners: count, previous: count },
        { requiredKeys: ['city', 'country', 'listeners'] },
      ),
      { maxLength: 8 },
    ),
    sources: fc.record({ active: ratio, editorial: ratio, other: ratio }, { requiredKeys: [] }),
    demographics: fc.record({ age: fc.array(fc.record({ group: name, listeners: count }), { maxLength: 5 }) }),
  },
  { requiredKeys: ['artist', 'window'] },
) as fc.Arbitrary<SpotifyArtistInput>;

describe('any figures of an artist', () => {
  it('make a report of which every number follows from the input, in every language', () => {
    fc.assert(
      fc.property(inputs, fc.nat(locales.length - 1), (input, index) => {
        const { payload } = formatters[index]?.format(deepFreeze(input)) ?? {};
        expect(payload).toBeDefined();
        if (payload === undefined) return;
        expect(checkReport(payload, input)).toEqual([]);
        expect(payload.insights.length).toBeLessThanOrEqual(7);
        expect(JSON.parse(JSON.stringify(payload))).toStrictEqual(payload);
        expect(JSON.stringify(payload)).not.toMatch(/":(?:null|NaN)[,}]/);
      }),
      { numRuns: runs(150) },
    );
  });

  it('never show how many are in a small group', () => {
    const small = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (few, large) => {
        const groups = [...few, ...Array.from({ length: large }, (_, index) => 1000 + index)];
        const age = groups.map((listeners, index) => ({ group: `g${index}`, listeners }));
        const input = {
          artist: { name: 'x' },
          window: { from: '2026-07-01', to: '2026-07-31' },
          demographics: { age },
        };
        const report = formatters[0]?.format(input).payload;
        const shown = report?.tables.flatMap(({ rows }) => rows) ?? [];
        // One hidden group would follow from a total: then another one is hidden with it.
        expect(groups.length - shown.length).toBeGreaterThanOrEqual(Math.min(2, groups.length));
        expect(JSON.stringify(shown)).not.toMatch(/"value":[1-9][,}]/);
      }),
      { numRuns: runs(100) },
    );
  });
});
