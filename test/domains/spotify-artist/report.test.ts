import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SpotifyArtistInput } from '../../../src/domains/spotify-artist/schema.js';
import { createFormatters } from '../../../src/index.js';
import { checkReport } from '../../../src/report/check.js';
import type { Report } from '../../../src/report/model.js';
import type { ReportOptions } from '../../../src/report/produce.js';
import type { TenantConfig } from '../../../src/tenant/config.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const fixture = (name: string): SpotifyArtistInput =>
  JSON.parse(readFileSync(new URL(`../../fixtures/reports/spotify-artist-${name}.json`, import.meta.url), 'utf8'));

const month = deepFreeze(fixture('month'));
const odd = deepFreeze(fixture('contradictory'));

const make = (input: SpotifyArtistInput, options?: ReportOptions, config: Partial<TenantConfig> = {}) =>
  createFormatters({ tenantId: 'label_42', ...config }).spotifyArtist.format(input, options);

const kpiOf = ({ kpis }: Report, wanted: string) => kpis.find(({ key }) => key === wanted);
const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code);

describe('the report of an artist', () => {
  it.each(['en', 'fr', 'ar'])('is as recorded in %s', async (locale) => {
    for (const [name, input] of [
      ['month', month],
      ['contradictory', odd],
    ] as const) {
      const { payload, diagnostics } = make(input, {}, { locale });
      const file = `./golden/${name}.${locale}.json`;
      await expect(`${JSON.stringify({ payload, diagnostics }, null, 2)}\n`).toMatchFileSnapshot(file);
      expect(checkReport(payload, input)).toEqual([]);
    }
  });

  it('derives what follows from two figures, now and before', () => {
    const { payload } = make(month);
    expect(kpiOf(payload, 'streamsPerListener')).toMatchObject({ value: 4, previous: 3.125, n: 700, direction: 'up' });
    expect(kpiOf(payload, 'saveRatio')).toMatchObject({ value: 0.3, previous: 0.25, change: { kind: 'points' } });
    expect(kpiOf(payload, 'saveRatio')?.change).toMatchObject({ points: expect.closeTo(5, 9) });
    expect(kpiOf(payload, 'followerRatio')).toMatchObject({
      value: 0.5,
      change: { kind: 'none' },
      polarity: 'neutral',
    });
  });

  it('names what moved the streams, and moves of more than a place', () => {
    const { insights } = make(month).payload;
    // Streams: +800; Lowtide: +800, Harbour: -50, Gull: -100, all others: +150.
    expect(insights.find(({ code }) => code === 'drivers')?.text).toBe(
      'Streams: 100% of the change comes from Lowtide',
    );
    expect(codes(insights)).not.toContain('rankMove');
    const tracks = [
      { title: 'Gull', streams: 300, previous: 750 },
      { title: 'Lowtide', streams: 1500, previous: 700 },
      { title: 'Harbour', streams: 600, previous: 720 },
    ];
    const moved = make({ ...month, topTracks: tracks }).payload;
    expect(moved.insights.find(({ code }) => code === 'rankMove')?.text).toBe(
      'Lowtide: from place 3 to place 1 among the tracks listed',
    );
    expect(checkReport(moved, { ...month, topTracks: tracks })).toEqual([]);
  });

  it('says what depends on one track first', () => {
    const [first] = make(month).payload.insights;
    expect(first).toMatchObject({ code: 'topTrackShare', severity: 'notice' });
    expect(first?.text).toBe('Lowtide: 53.6% of all streams');
  });

  it('ranks tracks, with places of before only where all have a figure of before', () => {
    const [table] = make(month).payload.tables;
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Rank',
      'Rank before',
      'Title',
      'ISRC',
      'Streams',
      'Before',
      'Change',
    ]);
    const [first, ...rest] = month.topTracks ?? [];
    const [other] = make({ ...month, topTracks: [...rest, { ...first, title: 'Lowtide', streams: 1500 }] }).payload
      .tables;
    expect(other?.rows[0]?.[2]).toEqual([{ type: 'text', value: 'Lowtide' }]);
    const { previous: _previous, ...bare } = first ?? { title: 'Lowtide', streams: 1500 };
    const [third] = make({ ...month, topTracks: [...rest, bare] }).payload.tables;
    expect(third?.columns.map(({ label }) => label)).not.toContain('Rank before');
  });

  it('hides groups of few people, and a second one that would tell of the only hidden one', () => {
    const { payload, diagnostics } = make(month);
    const rowsOf = (path: string) => payload.tables.find((table) => table.path === path)?.rows;
    expect(rowsOf('topCities')).toHaveLength(2);
    expect(rowsOf('demographics.age')).toEqual([
      [[{ type: 'text', value: '28+' }], [{ type: 'number', value: 394, maxFractionDigits: 0 }]],
    ]);
    expect(rowsOf('demographics.gender')).toHaveLength(2);
    expect(diagnostics.filter(({ code }) => code === 'suppressed').map(({ path }) => path)).toEqual([
      'topCities',
      'demographics.age',
    ]);
    expect(JSON.stringify(payload.document)).toContain('3 groups of fewer than 10 people');
    const open = make(month, {}, { reports: { minCellCount: 1 } }).payload;
    expect(open.tables.find(({ path }) => path === 'topCities')?.rows).toHaveLength(3);
  });

  it('describes the artist in the terms of schema.org, with addresses by https alone', () => {
    expect(make(month).payload.jsonLd).toEqual({
      '@context': 'https://schema.org',
      '@type': 'MusicGroup',
      name: 'Mira Solane',
      url: 'https://mira.example.com/',
      sameAs: ['https://open.spotify.com/artist/3bQ2sVnRkX8wJ0aYpLmT4c', 'https://isni.org/isni/0000000121032683'],
      interactionStatistic: [
        {
          '@type': 'InteractionCounter',
          interactionType: { '@type': 'ListenAction' },
          userInteractionCount: 2800,
          startTime: '2026-09-03T00:00:00',
          endTime: '2026-09-30T23:59:59',
        },
        { '@type': 'InteractionCounter', interactionType: { '@type': 'FollowAction' }, userInteractionCount: 350 },
        {
          '@type': 'InteractionCounter',
          interactionType: { '@type': 'BookmarkAction' },
          userInteractionCount: 210,
          startTime: '2026-09-03T00:00:00',
          endTime: '2026-09-30T23:59:59',
        },
        {
          '@type': 'InteractionCounter',
          interactionType: { '@type': 'AddAction' },
          userInteractionCount: 0,
          startTime: '2026-09-03T00:00:00',
          endTime: '2026-09-30T23:59:59',
        },
      ],
    });
    const { payload, diagnostics } = make(odd);
    expect(payload.jsonLd).not.toHaveProperty('url');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'artist.url' }));
  });
});

describe('contradictions in the figures of an artist', () => {
  it('are all said, and nothing is derived from them', () => {
    const { payload, diagnostics } = make(odd);
    expect(codes(payload.findings)).toEqual([
      'listenersAboveStreams',
      'pointsListenersAboveStreams',
      'tracksAboveStreams',
      'citiesAboveListeners',
      'sharesSum',
      'counterFell',
      'counterFell',
    ]);
    expect(kpiOf(payload, 'streamsPerListener')).toBeUndefined();
    expect(codes(payload.insights)).toEqual([]);
    expect(payload.charts.find(({ path }) => path === 'sources')?.kind).toBe('bar');
    expect(JSON.stringify(payload.jsonLd)).not.toContain('ListenAction');
    expect(diagnostics.filter(({ code }) => code === 'inconsistent')).toHaveLength(7);
  });

  it('do not count a fall that is marked as a correction, nor followers who leave one by one', () => {
    const timeline = [
      { t: '2026-09-01', followers: 5300, streamsTotal: 10 },
      { t: '2026-09-02', followers: 5297, streamsTotal: 10 },
      { t: '2026-09-03', followers: 3000, streamsTotal: 4, correction: true },
    ];
    const { findings, document } = make({ ...month, timeline }).payload;
    expect(findings).toEqual([]);
    expect(JSON.stringify(document)).toContain('At 1 point the platform corrected its counters');
  });

  it('include days that do not add up to their window', () => {
    const timeline = Array.from({ length: 28 }, (_, day) => ({
      t: `2026-09-${String(day + 3).padStart(2, '0')}`,
      streams: 50,
    }));
    expect(codes(make({ ...month, timeline }).payload.findings)).toEqual(['total']);
    const whole = timeline.map((point) => ({ ...point, streams: 100 }));
    expect(codes(make({ ...month, timeline: whole }).payload.findings)).toEqual([]);
    expect(codes(make({ ...month, timeline: timeline.slice(1) }).payload.findings)).toEqual([]);
  });

  it('before leave the figure of now as it is', () => {
    const kpis = { streams: { value: 2800, previous: 100 }, listeners: { value: 700, previous: 640 } };
    const { payload } = make({ ...month, kpis, topTracks: [] });
    expect(codes(payload.findings)).toEqual(['listenersAboveStreamsBefore']);
    expect(kpiOf(payload, 'streamsPerListener')).toMatchObject({ value: 4, change: { kind: 'none' } });
  });
});

describe('growth of streams', () => {
  const days = (count: number, streamsOf: (day: number) => number) =>
    Array.from({ length: count }, (_, day) => ({
      t: new Date(Date.UTC(2026, 6, 1 + day)).toISOString().slice(0, 10),
      streams: streamsOf(day),
    }));
  const bare = { artist: month.artist, window: { from: '2026-07-01', to: '2026-09-28' } };
  const growthOf = (timeline: SpotifyArtistInput['timeline'], window: object = bare.window) => {
    const input = { ...bare, window: { ...bare.window, ...window }, ...(timeline !== undefined && { timeline }) };
    const { payload } = make(input);
    expect(checkReport(payload, input)).toEqual([]);
    return payload.insights.map(({ text }) => text);
  };

  it('is said of whole weeks, compound, and of four weeks beside the four before', () => {
    // Each week has a tenth more than the one before.
    expect(growthOf(days(70, (day) => Math.round(1e6 * 1.1 ** Math.floor(day / 7))))).toEqual([
      'Streams: +10% a week on average (compound) over 9 weeks',
      'Streams: 57,552,705 in the last four weeks, +46.4% compared with the four weeks before',
    ]);
  });

  it.each([
    ['three weeks', days(27, () => 1000), {}],
    ['days of too few streams', days(70, () => 1), {}],
    ['an open period', days(70, () => 1000), { complete: false }],
    ['a gap in the last week', days(70, () => 1000).filter((_, day) => day !== 66), {}],
    [
      'a correction in the last week',
      days(70, () => 1000).map((p, day) => (day === 66 ? { ...p, correction: true } : p)),
      {},
    ],
    ['points a week apart', days(70, () => 1000).filter((_, day) => day % 7 === 0), {}],
    ['no points', [], {}],
  ])('is not said of %s', (_name, timeline, window) => {
    expect(growthOf(timeline, window)).toEqual([]);
  });

  it.each([
    ['2026-07-01T00:00:00Z', '2026-07-01T01:00:00Z', 1],
    ['2026-07-01', '2026-08-01', 1],
    ['2026-07-01', '2026-07-02', 0],
  ])('of a period that is not over is provisional from %s to %s on', (from, to, provisionalFrom) => {
    const timeline = [
      { t: from, streams: 1 },
      { t: to, streams: 2 },
    ];
    const { charts } = make({ ...bare, window: { ...bare.window, complete: false }, timeline }).payload;
    expect(charts[0]?.series).toEqual([{ name: 'Streams', values: [1, 2], provisionalFrom }]);
  });
});
