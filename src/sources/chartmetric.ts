/** Chartmetric's statistics of artists and playlists. https://apidocs.chartmetric.com */
import type { PlaylistAnalyticsInput } from '../domains/playlist-analytics/schema.js';
import type { SpotifyArtistInput } from '../domains/spotify-artist/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { isSpotifyId } from '../report/identifiers.js';
import { parseDay, type ReportWindow } from '../report/period.js';
import { countOf, isMembers, type Members, memberOf, readMembers, textOf } from './shared/members.js';
import { numericText } from './shared/numeric-text.js';

const id = 'sources/chartmetric';
const dayMs = 86_400_000;
const maxPopularity = 100;

/** Answers wrap what they tell in `obj`. */
function unwrap(value: unknown, path: string, expected: string): Members {
  const members = readMembers(id, value, path, expected);
  return isMembers(members['obj']) ? members['obj'] : members;
}

function nameOf(members: Members, path: string): string {
  const name = textOf(members, 'name');
  if (name !== undefined) return name;
  throw new InputInvalidError(id, [{ path: `${path}.name`, message: 'expected a name', expected: 'a name' }]);
}

/** Some answers have the statistics in a member of their own; Chartmetric's names, and those that are seen misspelt. */
const artistFigures = [
  { key: 'followers', names: ['sp_followers', 'spotify_followers', 'sp_follower'] },
  { key: 'monthlyListeners', names: ['sp_monthly_listeners', 'sp_monthly_listener', 'sp_montly_listeners'] },
  { key: 'popularity', names: ['sp_popularity', 'sp_populariy'] },
] as const;

/**
 * Reads an artist with statistics of Spotify.
 *
 * @param diagnostics receives what was left out
 * @throws InputInvalidError when the value is no artist
 * @example
 * ```ts
 * import { fromChartmetricArtist } from 'channel-formatters/sources/chartmetric';
 *
 * const artist = { obj: { name: 'Mira Solane', sp_followers: 306_565, sp_monthly_listeners: '1204551' } };
 * console.log(fromChartmetricArtist({ artist, window: { from: '2026-10-01', to: '2026-10-28' } }).kpis);
 * ```
 */
export function fromChartmetricArtist(
  answer: { readonly artist: unknown; readonly window: ReportWindow },
  diagnostics: Diagnostic[] = [],
): SpotifyArtistInput {
  const artist = unwrap(answer?.artist, 'artist', 'an artist of Chartmetric');
  const name = nameOf(artist, 'artist');
  const [stats, path] = isMembers(artist['cm_statistics'])
    ? [artist['cm_statistics'], 'artist.cm_statistics']
    : [artist, 'artist'];
  const kpis: NonNullable<SpotifyArtistInput['kpis']> = {};
  for (const { key, names } of artistFigures) {
    const value = countOf(stats, names, path, diagnostics);
    if (value === undefined) continue;
    if (key === 'popularity' && value > maxPopularity) {
      const message = 'Left out, expected a popularity of at most 100';
      diagnostics.push({ code: 'dropped', severity: 'warning', path: `${path}.sp_popularity`, message });
    } else kpis[key] = value;
  }
  const spotifyId = textOf(artist, 'spotify_artist_id');
  return {
    artist: { name, ...(spotifyId !== undefined && isSpotifyId(spotifyId) && { spotifyId }) },
    window: answer.window,
    ...(Object.keys(kpis).length > 0 && { kpis }),
  };
}

/** Windows of so many days have a difference of followers. */
const differences = [
  { least: 7, most: 7, names: ['fdiff_week', 'fdif_week'] },
  { least: 28, most: 31, names: ['fdiff_month', 'fdif_month'] },
] as const;

function previousOf(members: Members, followers: number, window: ReportWindow): number | undefined {
  const days = Math.round(((parseDay(window.to) ?? 0) - (parseDay(window.from) ?? 0)) / dayMs) + 1;
  const fitting = differences.find(({ least, most }) => days >= least && days <= most);
  const difference = fitting === undefined ? undefined : numericText(memberOf(members, fitting.names)?.value);
  if (difference === undefined || !Number.isSafeInteger(difference) || difference > followers) return undefined;
  return followers - difference;
}

/**
 * Reads a playlist. Followers of before are told where the window is of a week or a month, which is what Chartmetric compares.
 *
 * @param diagnostics receives what was left out
 * @throws InputInvalidError when the value is no playlist
 * @example
 * ```ts
 * import { fromChartmetricPlaylist } from 'channel-formatters/sources/chartmetric';
 *
 * const playlist = { name: 'Sea Air', owner_name: 'Label 42', followers: 48_210, num_track: 60, fdiff_week: 412 };
 * console.log(fromChartmetricPlaylist({ playlist, window: { from: '2026-10-05', to: '2026-10-11' } }).audience);
 * ```
 */
export function fromChartmetricPlaylist(
  answer: { readonly playlist: unknown; readonly window: ReportWindow },
  diagnostics: Diagnostic[] = [],
): PlaylistAnalyticsInput {
  const playlist = unwrap(answer?.playlist, 'playlist', 'a playlist of Chartmetric');
  const name = nameOf(playlist, 'playlist');
  const followers = countOf(playlist, ['followers', 'folowers'], 'playlist', diagnostics);
  const trackCount = countOf(playlist, ['num_track', 'num_tracks'], 'playlist', diagnostics);
  const owner = textOf(playlist, 'owner_name');
  const kind = ['editorial', 'personalized'].find((member) => playlist[member] === true);
  const previous = followers === undefined ? undefined : previousOf(playlist, followers, answer.window);
  return {
    playlist: {
      name,
      ...(owner !== undefined && { owner }),
      ...(kind !== undefined && { kind }),
      ...(trackCount !== undefined && { trackCount }),
    },
    window: answer.window,
    ...(followers !== undefined && {
      audience: { metric: 'followers', value: followers, ...(previous !== undefined && { previous }) },
    }),
  };
}
