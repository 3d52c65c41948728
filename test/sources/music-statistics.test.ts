import { describe, expect, it } from 'vitest';
import { PlaylistAnalyticsFormatter } from '../../src/formatters/playlist-analytics.js';
import { SpotifyArtistFormatter } from '../../src/formatters/spotify-artist.js';
import { allCatalogs } from '../../src/generated/all-locales.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromChartmetricArtist, fromChartmetricPlaylist } from '../../src/sources/chartmetric.js';
import { fromSongstats } from '../../src/sources/songstats.js';
import { fromSpotifyArtist } from '../../src/sources/spotify-artist.js';
import { fromSpotifyPlaylist } from '../../src/sources/spotify-playlist.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { realInput } from '../support/real-inputs.js';

const window = { from: '2026-10-01', to: '2026-10-28' };
const tenant = { tenantId: 'label_42', locales: allCatalogs };
const spotifyArtist = new SpotifyArtistFormatter(tenant);
const playlistAnalytics = new PlaylistAnalyticsFormatter(tenant);

const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('the Web API of Spotify', () => {
  const artist = realInput('spotify-artist.json');
  const topTracks = realInput('spotify-artist-top-tracks.json');
  const playlist = realInput('spotify-playlist.json');

  it.skipIf(artist === undefined)('gives a recorded artist with top tracks', () => {
    const diagnostics: Diagnostic[] = [];
    const input = fromSpotifyArtist(deepFreeze({ artist, topTracks, window }), diagnostics);
    expect(diagnostics).toEqual([]);
    expect(input).toMatchObject({
      artist: { name: 'Band of Horses', spotifyId: '0OdUWJ0sBjDrqHygGUXeCF' },
      kpis: { followers: 306_565, popularity: 59 },
    });
    expect(input.topTracks?.[0]).toMatchObject({ isrc: 'USRC16101350', popularity: 70 });
    expect(input.artist.images).toHaveLength(4);
    const { payload } = spotifyArtist.format(input);
    expect(payload.tables[0]?.columns.map(({ label }) => label)).toEqual(['Rank', 'Title', 'ISRC', 'Popularity score']);
  });

  it('gives an artist of 2026, of whom less is told', () => {
    const bare = { id: '0OdUWJ0sBjDrqHygGUXeCF', name: 'Mira Solane', type: 'artist' };
    const input = fromSpotifyArtist({ artist: bare, topTracks: [{ name: 'Lowtide' }], window });
    expect(input).toEqual({
      artist: { name: 'Mira Solane', spotifyId: '0OdUWJ0sBjDrqHygGUXeCF' },
      window,
      topTracks: [{ title: 'Lowtide' }],
    });
    expect(spotifyArtist.tryFormat(input).ok).toBe(true);
  });

  it('loses what is no count, no ISRC and no track, and says so', () => {
    const diagnostics: Diagnostic[] = [];
    const odd = { id: '0OdUWJ0sBjDrqHygGUXeCF', name: 'x', followers: { total: 'many' }, popularity: '59' };
    const tracks = [{ name: 'a', external_ids: { isrc: '12' } }, null, { name: '' }];
    const input = fromSpotifyArtist({ artist: odd, topTracks: { tracks }, window }, diagnostics);
    expect(input.kpis).toEqual({ popularity: 59 });
    expect(input.topTracks).toEqual([{ title: 'a' }]);
    expect(diagnostics.map(({ path }) => path)).toEqual([
      'artist.followers.total',
      'topTracks.tracks.0.external_ids.isrc',
      'topTracks.tracks.1',
      'topTracks.tracks.2',
    ]);
  });

  it.skipIf(playlist === undefined)('gives a recorded playlist, of which the first page is known', () => {
    const diagnostics: Diagnostic[] = [];
    const input = fromSpotifyPlaylist(deepFreeze({ playlist, window }), diagnostics);
    expect(diagnostics).toEqual([]);
    expect(input).toMatchObject({
      playlist: { uri: 'spotify:playlist:59ZbFPES4DQwEjBpWHzrtC', name: 'Dinner with Friends', trackCount: 105 },
      audience: { metric: 'followers', value: 143_350 },
    });
    expect(input.playlist).not.toHaveProperty('public');
    expect(input.tracks?.[0]).toMatchObject({
      position: 1,
      artist: 'Sam Smith',
      isrc: 'GBUM71403920',
      explicit: false,
    });
    expect(JSON.stringify(playlistAnalytics.format(input).payload.document)).toContain('out of 105');
  });

  it('gives a playlist of 2026 with what is gone, local files and episodes', () => {
    const diagnostics: Diagnostic[] = [];
    const items = [
      { added_at: '2026-09-01T04:21:28Z', is_local: false, item: { type: 'track', name: 'Lowtide', explicit: true } },
      { added_at: null, item: null },
      null,
      {
        added_at: '1970-01-01T00:00:00Z',
        is_local: true,
        item: {
          name: 'Demo',
          uri: 'spotify:local:Mira::Demo:180',
          artists: [{ name: '' }, { name: 'Mira' }, { name: 'Atlas' }],
        },
      },
      { item: { type: 'episode', name: 'Talk', show: { name: 'Sea Air' } } },
    ];
    const input = fromSpotifyPlaylist(
      { playlist: { name: 'Sea Air', items: { total: 5, items } }, window },
      diagnostics,
    );
    expect(input).toEqual({
      playlist: { name: 'Sea Air', trackCount: 5 },
      window,
      tracks: [
        { position: 1, title: 'Lowtide', addedAt: '2026-09-01T04:21:28Z', explicit: true },
        { position: 2, title: 'Demo', artist: 'Mira, Atlas', uri: 'spotify:local:Mira::Demo:180' },
        { position: 3, title: 'Talk', artist: 'Sea Air' },
      ],
      unavailableCount: 2,
    });
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'playlist.items', limit: 3, actual: 5 }]);
    expect(playlistAnalytics.tryFormat(input).ok).toBe(true);
    expect(fromSpotifyPlaylist({ playlist: { name: 'Theirs' }, window })).toEqual({
      playlist: { name: 'Theirs' },
      window,
    });
  });

  it.each<[string, () => unknown, string]>([
    ['no artist', () => fromSpotifyArtist({ artist: null, window }), 'artist'],
    [
      'an artist without a name',
      () => fromSpotifyArtist({ artist: { id: '0OdUWJ0sBjDrqHygGUXeCF' }, window }),
      'artist.name',
    ],
    [
      'an artist with the id of nobody',
      () => fromSpotifyArtist({ artist: { name: 'x', id: 'Z'.repeat(22) }, window }),
      'artist.id',
    ],
    [
      'tracks that are no list',
      () => fromSpotifyArtist({ artist: { name: 'x', id: '0OdUWJ0sBjDrqHygGUXeCF' }, topTracks: 3, window }),
      'topTracks',
    ],
    ['no answer at all', () => fromSpotifyArtist(undefined as never), 'artist'],
    ['no playlist', () => fromSpotifyPlaylist({ playlist: 'x', window }), 'playlist'],
    ['a playlist without a name', () => fromSpotifyPlaylist({ playlist: {}, window }), 'playlist.name'],
    ['no statistics', () => fromSongstats({ stats: [], window }), 'stats'],
    ['statistics of nobody', () => fromSongstats({ stats: { stats: [] }, window }), 'name'],
    ['a history that is none', () => fromSongstats({ stats: {}, name: 'x', historic: 1, window }), 'historic'],
    ['no artist of Chartmetric', () => fromChartmetricArtist({ artist: undefined, window }), 'artist'],
    ['no playlist of Chartmetric', () => fromChartmetricPlaylist({ playlist: { obj: {} }, window }), 'playlist.name'],
  ])('and others refuse %s', (_name, run, path) => {
    expect(failure(run)).toMatchObject({ code: 'ERR_INPUT_INVALID', issues: [{ path }] });
  });
});

describe('Songstats', () => {
  it('gives the part about Spotify, and points in order', () => {
    const diagnostics: Diagnostic[] = [];
    const stats = {
      artist_info: { name: 'Mira Solane' },
      stats: [
        { source: 'deezer', data: { followers_total: 4 } },
        { source: 'spotify', data: { followers_total: '306565', monthly_listeners_current: 1204 } },
      ],
    };
    const history = [
      { date: '2026-10-02', streams_total: 120, followers_total: 9 },
      { date: '2026-10-01', streams_total: '100' },
      { date: '2026-10-02', streams_total: 121 },
      { date: 'yesterday' },
    ];
    const historic = { stats: [{ source: 'spotify', data: { history } }] };
    const input = fromSongstats({ stats, historic, window }, diagnostics);
    expect(input).toEqual({
      artist: { name: 'Mira Solane' },
      window,
      kpis: { followers: 306_565, monthlyListeners: 1204 },
      timeline: [
        { t: '2026-10-01', streamsTotal: 100 },
        { t: '2026-10-02', streamsTotal: 120, followers: 9 },
      ],
    });
    expect(diagnostics.map(({ path }) => path)).toEqual(['historic.history.3', 'historic.history']);
    expect(spotifyArtist.tryFormat(input).ok).toBe(true);
  });
});

describe('Chartmetric', () => {
  it('gives an artist, misspelt members and texts of numbers included', () => {
    const diagnostics: Diagnostic[] = [];
    const cm_statistics = { sp_followers: '306565', sp_montly_listeners: 12, sp_popularity: 130 };
    const input = fromChartmetricArtist(
      { artist: { obj: { name: 'Mira Solane', cm_statistics } }, window },
      diagnostics,
    );
    expect(input).toEqual({
      artist: { name: 'Mira Solane' },
      window,
      kpis: { followers: 306_565, monthlyListeners: 12 },
    });
    expect(diagnostics.map(({ path }) => path)).toEqual(['artist.cm_statistics.sp_popularity']);
  });

  it.each([
    ['a week', { from: '2026-10-05', to: '2026-10-11' }, 47_798],
    ['a month', { from: '2026-10-01', to: '2026-10-31' }, 49_210],
    ['a fortnight', { from: '2026-10-01', to: '2026-10-14' }, undefined],
  ])('knows the followers before %s where it compares with that', (_name, span, previous) => {
    const playlist = {
      name: 'Sea Air',
      owner_name: 'Label 42',
      editorial: true,
      followers: 48_210,
      num_track: 60,
      fdiff_week: '412',
      fdiff_month: -1000,
    };
    const input = fromChartmetricPlaylist({ playlist, window: span });
    expect(input.playlist).toEqual({ name: 'Sea Air', owner: 'Label 42', kind: 'editorial', trackCount: 60 });
    expect(input.audience).toEqual({ metric: 'followers', value: 48_210, ...(previous !== undefined && { previous }) });
    expect(playlistAnalytics.tryFormat(input).ok).toBe(true);
  });
});
