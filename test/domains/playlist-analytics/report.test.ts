import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaylistAnalyticsInput } from '../../../src/domains/playlist-analytics/schema.js';
import { PlaylistAnalyticsFormatter } from '../../../src/formatters/playlist-analytics.js';
import { allCatalogs } from '../../../src/generated/all-locales.js';
import { checkReport } from '../../../src/report/check.js';
import type { Report } from '../../../src/report/model.js';
import { anyText } from '../../property/arbitraries/text.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { runs } from '../../support/runs.js';

const playlistAnalytics = new PlaylistAnalyticsFormatter({ tenantId: 'label_42', locales: allCatalogs });

const base: PlaylistAnalyticsInput = {
  playlist: { name: 'Sea Air' },
  window: { from: '2026-10-01', to: '2026-10-31', previous: { from: '2026-09-01', to: '2026-09-30' } },
};

const list = (titles: string) =>
  [...titles].map((title, index) => ({ position: index + 1, title, uri: `urn:${title}` }));
const make = (more: Partial<PlaylistAnalyticsInput>): Report =>
  playlistAnalytics.format(deepFreeze({ ...base, ...more })).payload;
const texts = ({ insights }: Report): string[] => insights.map(({ text }) => text);
const codes = (found: readonly { readonly code: string }[]): string[] => found.map(({ code }) => code);
const kpiOf = ({ kpis }: Report, wanted: string) => kpis.find(({ key }) => key === wanted);

function pathsOf(more: object): string[] {
  const result = playlistAnalytics.tryFormat({ ...base, ...more });
  return result.ok || result.error.code !== 'ERR_INPUT_INVALID' ? [] : result.error.issues.map(({ path }) => path);
}

/** What stands in the table of movers, as `title from>to move`. */
const movers = (report: Report): string[] =>
  (report.tables.find(({ path }) => path === 'movers')?.rows ?? []).map((row) =>
    row.map((cell) => cell.map((inline) => ('value' in inline ? String(inline.value) : '')).join('')).join(' '),
  );

describe('two snapshots of a playlist', () => {
  it('tell what entered, moved and left, by URI', () => {
    const report = make({ tracks: list('XCABD'), previousTracks: list('ABCE') });
    expect(movers(report)).toEqual(['X  1 Entered', 'D  5 Entered', 'A 1 3 -2', 'B 2 4 -2', 'C 3 2 1', 'E 4  Left']);
    expect(kpiOf(report, 'refreshRatio')).toMatchObject({ value: 0.4 });
    expect(kpiOf(report, 'churnRatio')).toMatchObject({ value: 0.25 });
    expect(texts(report)).toEqual([
      '2 tracks entered: X and D',
      '1 track left: E',
      'A: from place 1 to place 3 among the tracks listed',
    ]);
  });

  it.each([
    ['a track that stands in both twice', 'ABA', 'AAB', ['B 3 2 1', 'A 2 3 -1']],
    ['a track that came a second time', 'AA', 'A', ['A  2 Entered']],
    ['a track that lost one of two places', 'A', 'AA', ['A 2  Left']],
    ['nothing', 'AB', 'AB', []],
    ['all', '', 'A', ['A 1  Left']],
  ])('match %s as often as it stands there', (_name, now, before, expected) => {
    expect(movers(make({ tracks: list(now), previousTracks: list(before) }))).toEqual(expected);
  });

  it('are not needed where tracks know where they were', () => {
    const tracks = [
      { position: 1, title: 'A', previousPosition: 4 },
      { position: 2, title: 'B' },
    ];
    expect(movers(make({ tracks }))).toEqual(['A 4 1 3']);
    expect(kpiOf(make({ tracks }), 'refreshRatio')).toBeUndefined();
  });
});

describe('the report of a playlist', () => {
  it('derives the change of an audience for each track that was added, where spans may be compared', () => {
    const audience = { metric: 'likes', value: 130, previous: 100 } as const;
    const activity = { adds: { value: 4, previous: 2 } };
    const report = make({ audience, activity });
    expect(kpiOf(report, 'audiencePerAdd')).toMatchObject({ value: 7.5 });
    expect(kpiOf(report, 'playlistLikes')).toMatchObject({ verdict: 'good' });
    const window = { ...base.window, complete: false };
    const open = make({ window, audience, activity });
    expect(kpiOf(open, 'audiencePerAdd')).toBeUndefined();
    expect(texts(open)).toEqual([]);
  });

  it('counts the time in the playlist to the end of the window, without what came later', () => {
    const tracks = [
      { position: 1, title: 'A', addedAt: '2026-10-31' },
      { position: 2, title: 'B', addedAt: '2026-10-29' },
      { position: 3, title: 'C', addedAt: null },
      { position: 4, title: 'D', addedAt: '2026-12-01' },
    ];
    const facts = make({ tracks }).document.children.flatMap((block) => (block.type === 'facts' ? block.items : []));
    expect(facts).toContainEqual({
      path: 'tracks',
      label: 'Mean time in the playlist',
      value: [{ type: 'duration', durationMs: 2 * 86_400_000 }],
    });
  });

  it('draws skips by position with gaps, and speaks of the most skipped of enough plays', () => {
    const tracks = [
      { position: 3, title: 'C', skipRatio: 0.9, plays: 29 },
      { position: 1, title: 'A', skipRatio: 0.1 },
      { position: 2, title: 'B' },
      { position: 4, title: 'D', skipRatio: 0.4, plays: 30 },
    ];
    const report = make({ tracks });
    expect(report.charts[0]).toMatchObject({ categories: ['1', '2', '3', '4'], style: 'percent' });
    expect(report.charts[0]?.series[0]?.values).toEqual([0.1, null, 0.9, 0.4]);
    expect(texts(report)).toEqual(['D, position 4: the highest skip rate, 40%']);
  });

  it('speaks of an artist with a fifth of ten tracks', () => {
    const tracks = list('ABCDEFGHIJ').map((track, index) => ({ ...track, artist: index < 2 ? 'Mira' : `a${index}` }));
    expect(texts(make({ tracks }))).toEqual(['Mira: 20% of the tracks listed']);
    expect(texts(make({ tracks: tracks.slice(0, 9) }))).toEqual([]);
  });

  it('says what cannot be', () => {
    const playlist = { name: 'Sea Air', trackCount: 2 };
    const tracks = list('ABCD').filter(({ position }) => position !== 2);
    const activity = { adds: 1, removals: 0 };
    const { findings } = make({ playlist, tracks, previousTracks: list('CX'), activity });
    expect(codes(findings)).toEqual(['positionGaps', 'tracksAboveCount', 'moreEntered', 'moreLeft']);
    expect(findings.map(({ text }) => text)[0]).toBe('Positions have a gap: 1 of 4 has no track');
  });

  it('says that positions have gaps where rows were left out', () => {
    const tracks = [...list('AB'), { position: 3, title: 'C', skipRatio: 30 }, { position: 4, title: 'D' }];
    const result = playlistAnalytics.tryFormat({ ...base, tracks }, { mode: 'lenient' });
    expect(result.ok && codes(result.value.payload.findings)).toEqual(['positionGaps']);
    expect(result.ok && result.value.payload.omitted).toEqual({ rows: 1, of: 4 });
  });

  it.each<[string, object, string[]]>([
    ['a position twice', { tracks: [...list('A'), ...list('B')] }, ['tracks.1.position']],
    ['a position of 0', { tracks: [{ position: 0, title: 'A' }] }, ['tracks.0.position']],
    ['a percentage', { tracks: [{ position: 1, title: 'A', skipRatio: 30 }] }, ['tracks.0.skipRatio']],
    ['a wrong URI of Spotify', { tracks: [{ position: 1, title: 'A', uri: 'spotify:track:1' }] }, ['tracks.0.uri']],
    ['a wrong ISRC', { tracks: [{ position: 1, title: 'A', isrc: 'x' }] }, ['tracks.0.isrc']],
    ['an unknown audience', { audience: { metric: 'friends', value: 1 } }, ['audience.metric']],
    ['a count as a text', { audience: { metric: 'fans', value: '1' } }, ['audience.value']],
    ['a playlist without a name', { playlist: { name: '' } }, ['playlist.name']],
    [
      'points in the wrong order',
      {
        audience: {
          metric: 'fans',
          value: 1,
          series: [
            { t: '2026-10-02', value: 1 },
            { t: '2026-10-01', value: 1 },
          ],
        },
      },
      ['audience.series.1.t'],
    ],
  ])('refuses %s, with its place', (_name, more, paths) => {
    expect(pathsOf(more)).toEqual(paths);
  });

  it('holds for any tracks: each is in one list, and every number follows from the input', () => {
    const title = anyText(8).map((text) => `x${text}`);
    const track = fc.record(
      {
        title,
        artist: fc.constantFrom('Mira', 'Atlas', ''),
        uri: fc.constantFrom('urn:1', 'urn:2', 'urn:3', 'urn:4'),
        explicit: fc.boolean(),
        skipRatio: fc.double({ min: 0, max: 1, noNaN: true }),
        plays: fc.nat(60),
      },
      { requiredKeys: ['title'] },
    );
    const identity = fc.record(
      { title, uri: fc.constantFrom('urn:1', 'urn:2', 'urn:3', 'urn:4') },
      { requiredKeys: ['title'] },
    );
    const placed = <Row>(rows: fc.Arbitrary<Row>) =>
      fc.array(rows, { maxLength: 14 }).map((all) => all.map((row, index) => ({ ...row, position: index + 1 })));
    const figure = fc.oneof(fc.nat(), fc.record({ value: fc.nat(), previous: fc.nat() }));
    const inputs = fc.record({
      tracks: placed(track),
      previousTracks: placed(identity),
      audience: fc.record({
        metric: fc.constantFrom('followers', 'likes', 'views', 'fans'),
        value: fc.nat(),
        previous: fc.nat(),
      }),
      activity: fc.record({ adds: figure, removals: figure }),
    });
    fc.assert(
      fc.property(inputs, (more) => {
        const input = { ...base, ...more } as PlaylistAnalyticsInput;
        const report = playlistAnalytics.format(deepFreeze(input)).payload;
        expect(checkReport(report, input)).toEqual([]);
        const rows = movers(report);
        const [entered, left] = ['Entered', 'Left'].map((word) => rows.filter((row) => row.endsWith(word)).length);
        expect(more.tracks.length - (entered ?? 0)).toBe(more.previousTracks.length - (left ?? 0));
        expect(JSON.stringify(report)).not.toMatch(/":(?:null|NaN)[,}]/);
      }),
      { numRuns: runs(60) },
    );
  });
});
