/**
 * Spotify's Web API: a playlist, of both generations: `tracks.items[].track` became `items.items[].item` in February 2026.
 * https://developer.spotify.com/documentation/web-api/reference/get-playlist
 */
import type { PlaylistAnalyticsInput, PlaylistIdentity, PlaylistTrack } from '../domains/playlist-analytics/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { isIsrc, readSpotifyRef, spotifyUriOf } from '../report/identifiers.js';
import { type ReportWindow, readPoint } from '../report/period.js';
import { countOf, isMembers, type Members, readMembers, textOf } from './shared/members.js';

const id = 'sources/spotify-playlist';

/** Writes a URI as Spotify does now; one of a local file stays as it is. */
function uriOf(members: Members): string | undefined {
  const given = textOf(members, 'uri');
  if (given === undefined || given.startsWith('spotify:local:')) return given;
  const ref = readSpotifyRef(given);
  return ref === undefined ? undefined : spotifyUriOf(ref);
}

/** Names of artists; of an episode the show. */
function artistOf({ artists, show }: Members): string | undefined {
  const names = Array.isArray(artists)
    ? artists.flatMap((artist: unknown) => (isMembers(artist) ? (textOf(artist, 'name') ?? []) : []))
    : [];
  if (names.length > 0) return names.join(', ');
  return isMembers(show) ? textOf(show, 'name') : undefined;
}

/** When an item was added. Spotify writes 1970 where it does not know. */
function addedOf(members: Members): string | undefined {
  const addedAt = textOf(members, 'added_at');
  const time = addedAt === undefined ? undefined : readPoint(addedAt);
  return time === undefined || time <= 0 ? undefined : addedAt;
}

/** An item as a track; `undefined` for one that is gone. */
function trackOf(item: unknown, position: number): PlaylistTrack | undefined {
  if (!isMembers(item)) return undefined;
  const track = item['item'] ?? item['track'];
  const title = isMembers(track) ? textOf(track, 'name') : undefined;
  if (!isMembers(track) || title === undefined) return undefined;
  const { external_ids: ids, explicit } = track;
  const isrc = isMembers(ids) ? textOf(ids, 'isrc') : undefined;
  const [artist, uri, addedAt] = [artistOf(track), uriOf(track), addedOf(item)];
  return {
    position,
    title,
    ...(artist !== undefined && { artist }),
    ...(isrc !== undefined && isIsrc(isrc) && { isrc }),
    ...(uri !== undefined && { uri }),
    ...(addedAt !== undefined && { addedAt }),
    ...(typeof explicit === 'boolean' && { explicit }),
  };
}

type Page = { readonly items: readonly unknown[]; readonly total: number | undefined; readonly path: string };

function pageOf(playlist: Members, diagnostics: Diagnostic[]): Page {
  const path = isMembers(playlist['items']) || Array.isArray(playlist['items']) ? 'items' : 'tracks';
  const page = playlist[path];
  if (Array.isArray(page)) return { items: page, total: undefined, path };
  // Only owners and collaborators are told of the items.
  if (!isMembers(page)) return { items: [], total: undefined, path };
  const { items } = page;
  return { items: Array.isArray(items) ? items : [], total: countOf(page, ['total'], path, diagnostics), path };
}

function identityOf(playlist: Members, name: string, total: number | undefined): PlaylistIdentity {
  const { owner, external_urls: urls, public: isPublic, collaborative } = playlist;
  const uri = uriOf(playlist);
  const url = isMembers(urls) ? textOf(urls, 'spotify') : undefined;
  const ownerName = isMembers(owner) ? (textOf(owner, 'display_name') ?? textOf(owner, 'id')) : undefined;
  return {
    name,
    ...(uri !== undefined && { uri }),
    ...(ownerName !== undefined && { owner: ownerName }),
    ...(typeof isPublic === 'boolean' && { public: isPublic }),
    ...(typeof collaborative === 'boolean' && { collaborative }),
    ...(total !== undefined && { trackCount: total }),
    ...(url !== undefined && { url }),
  };
}

/**
 * Reads a playlist. Items that are gone are counted; positions are those among the items that are not. The answer has the first
 * hundred items: the report says of how many.
 *
 * @param diagnostics receives what was left out
 * @throws InputInvalidError when the value is no playlist
 * @example
 * ```ts
 * import { fromSpotifyPlaylist } from 'channel-formatters/sources/spotify-playlist';
 *
 * const playlist = { name: 'Sea Air', items: { total: 1, items: [{ item: { name: 'Lowtide', type: 'track' } }] } };
 * console.log(fromSpotifyPlaylist({ playlist, window: { from: '2026-10-01', to: '2026-10-31' } }).tracks);
 * ```
 */
export function fromSpotifyPlaylist(
  answer: { readonly playlist: unknown; readonly window: ReportWindow },
  diagnostics: Diagnostic[] = [],
): PlaylistAnalyticsInput {
  const playlist = readMembers(id, answer?.playlist, 'playlist', 'a playlist of Spotify');
  const name = textOf(playlist, 'name');
  if (name === undefined) {
    throw new InputInvalidError(id, [{ path: 'playlist.name', message: 'expected a name', expected: 'a name' }]);
  }
  const { items, total, path } = pageOf(playlist, diagnostics);
  const tracks: PlaylistTrack[] = [];
  for (const item of items) {
    const track = trackOf(item, tracks.length + 1);
    if (track !== undefined) tracks.push(track);
  }
  const unavailableCount = items.length - tracks.length;
  if (unavailableCount > 0) {
    const numbers = { limit: tracks.length, actual: items.length, unit: 'item' } as const;
    const message = 'Items that are no longer available are counted, and are not listed';
    diagnostics.push({ code: 'dropped', severity: 'info', path: `playlist.${path}`, message, ...numbers });
  }
  const { followers: reach } = playlist;
  const followers = isMembers(reach) ? countOf(reach, ['total'], 'playlist.followers', diagnostics) : undefined;
  return {
    playlist: identityOf(playlist, name, total),
    window: answer.window,
    ...(followers !== undefined && { audience: { metric: 'followers', value: followers } }),
    ...(tracks.length > 0 && { tracks }),
    ...(unavailableCount > 0 && { unavailableCount }),
  };
}
