/**
 * Spotify's Web API: an artist and top tracks, of both generations. Since February 2026 `followers`, `popularity` and `genres`
 * are deprecated and absent for many. https://developer.spotify.com/documentation/web-api/reference/get-an-artist
 */
import type { ArtistImage, ArtistTrack, SpotifyArtistInput } from '../domains/spotify-artist/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { isIsrc, isSpotifyId } from '../report/identifiers.js';
import type { ReportWindow } from '../report/period.js';
import { countOf, isMembers, type Members, readMembers, textOf } from './shared/members.js';

/** Answers of the API, and the days that they are told of. */
export type SpotifyArtistAnswers = {
  /** `GET /artists/{id}` */
  readonly artist: unknown;
  /** `GET /artists/{id}/top-tracks`, or its list */
  readonly topTracks?: unknown;
  readonly window: ReportWindow;
};

const id = 'sources/spotify-artist';

const maxPopularity = 100;

function popularityOf(members: Members, path: string, diagnostics: Diagnostic[]): number | undefined {
  const popularity = countOf(members, ['popularity'], path, diagnostics);
  return popularity !== undefined && popularity <= maxPopularity ? popularity : undefined;
}

function imagesOf({ images }: Members, diagnostics: Diagnostic[]): ArtistImage[] {
  if (!Array.isArray(images)) return [];
  return images.flatMap((image: unknown, index): ArtistImage[] => {
    const url = isMembers(image) ? textOf(image, 'url') : undefined;
    if (!isMembers(image) || url === undefined) return [];
    const path = `artist.images.${index}`;
    const [widthPx, heightPx] = [
      countOf(image, ['width'], path, diagnostics),
      countOf(image, ['height'], path, diagnostics),
    ];
    return [{ url, ...(widthPx !== undefined && { widthPx }), ...(heightPx !== undefined && { heightPx }) }];
  });
}

function trackOf(track: unknown, path: string, diagnostics: Diagnostic[]): ArtistTrack[] {
  const title = isMembers(track) ? textOf(track, 'name') : undefined;
  if (!isMembers(track) || title === undefined) {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message: 'A track without a name was left out' });
    return [];
  }
  const { external_ids: ids } = track;
  const isrc = isMembers(ids) ? textOf(ids, 'isrc') : undefined;
  if (isrc !== undefined && !isIsrc(isrc)) {
    const at = `${path}.external_ids.isrc`;
    diagnostics.push({ code: 'dropped', severity: 'warning', path: at, message: 'Left out, expected an ISRC' });
  }
  const popularity = popularityOf(track, path, diagnostics);
  return [
    {
      title,
      ...(isrc !== undefined && isIsrc(isrc) && { isrc }),
      ...(popularity !== undefined && { popularity }),
    },
  ];
}

function tracksOf(given: unknown, diagnostics: Diagnostic[]): ArtistTrack[] {
  if (given === undefined || given === null) return [];
  const tracks = isMembers(given) ? given['tracks'] : given;
  if (!Array.isArray(tracks)) {
    const expected = 'top tracks of Spotify';
    throw new InputInvalidError(id, [{ path: 'topTracks', message: `expected ${expected}`, expected }]);
  }
  return tracks.flatMap((track: unknown, index) => trackOf(track, `topTracks.tracks.${index}`, diagnostics));
}

/**
 * Reads an artist and top tracks. The API knows no streams and no listeners: what there is are followers and popularity, where
 * the app may see them.
 *
 * @param diagnostics receives what was left out
 * @throws InputInvalidError when the artist is none
 * @example
 * ```ts
 * import { fromSpotifyArtist } from 'channel-formatters/sources/spotify-artist';
 *
 * const artist = { id: '0OdUWJ0sBjDrqHygGUXeCF', name: 'Mira Solane', type: 'artist', followers: { total: 306_565 } };
 * console.log(fromSpotifyArtist({ artist, window: { from: '2026-10-01', to: '2026-10-28' } }).kpis);
 * ```
 */
export function fromSpotifyArtist(answers: SpotifyArtistAnswers, diagnostics: Diagnostic[] = []): SpotifyArtistInput {
  const artist = readMembers(id, answers?.artist, 'artist', 'an artist of Spotify');
  const [name, spotifyId] = [textOf(artist, 'name'), textOf(artist, 'id')];
  if (name === undefined || spotifyId === undefined || !isSpotifyId(spotifyId)) {
    const [member, expected] = name === undefined ? ['name', 'a name'] : ['id', 'an id of Spotify'];
    throw new InputInvalidError(id, [{ path: `artist.${member}`, message: `expected ${expected}`, expected }]);
  }
  const { followers: reach, external_urls: urls } = artist;
  const followers = isMembers(reach) ? countOf(reach, ['total'], 'artist.followers', diagnostics) : undefined;
  const popularity = popularityOf(artist, 'artist', diagnostics);
  const url = isMembers(urls) ? textOf(urls, 'spotify') : undefined;
  const images = imagesOf(artist, diagnostics);
  const topTracks = tracksOf(answers.topTracks, diagnostics);
  const kpis = { ...(followers !== undefined && { followers }), ...(popularity !== undefined && { popularity }) };
  return {
    artist: { name, spotifyId, ...(images.length > 0 && { images }), ...(url !== undefined && { url }) },
    window: answers.window,
    ...(Object.keys(kpis).length > 0 && { kpis }),
    ...(topTracks.length > 0 && { topTracks }),
  };
}
