/** Identifiers of music: whether a text can be one, by its shape and its check digit. Nobody is asked whether it is given. */

const base62 = /^[0-9A-Za-z]{22}$/;
const maxUint128 = 2n ** 128n - 1n;

/** Spotify's digits: `0-9`, then `a-z`, then `A-Z`. */
function base62Digit(code: number): number {
  if (code <= 0x39) return code - 0x30;
  return code >= 0x61 ? code - 0x61 + 10 : code - 0x41 + 36;
}

/** The first digit of 2^128 in 22 digits of base 62: below it nothing overflows, above it everything does. */
const firstDigitOfMax = 7;

/**
 * Tells whether a text can be an id of Spotify: 22 digits of base 62 for a number of 128 bits, which not all 22 digits are.
 * https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
 */
export function isSpotifyId(text: string): boolean {
  if (!base62.test(text)) return false;
  const first = base62Digit(text.charCodeAt(0));
  if (first !== firstDigitOfMax) return first < firstDigitOfMax;
  let value = 0n;
  for (let index = 0; index < text.length; index += 1) {
    value = value * 62n + BigInt(base62Digit(text.charCodeAt(index)));
  }
  return value <= maxUint128;
}

/** ISO 3901: two letters, three letters or digits, two digits of the year, five of the recording. There is no check digit. */
const isrc = /^[A-Z]{2}(-?)[A-Z0-9]{3}\1\d{2}\1\d{5}$/i;

/** Tells whether a text can be an ISRC, with all its hyphens or with none. */
export const isIsrc = (text: string): boolean => isrc.test(text);

/** Writes an ISRC as registries keep it: upper case, without hyphens. */
export const plainIsrc = (text: string): string => text.replaceAll('-', '').toUpperCase();

const isni = /^\d{4}( ?)\d{4}\1\d{4}\1\d{3}[\dX]$/;

/** Tells whether a text can be an ISNI: 15 digits and a check character by ISO 7064, MOD 11-2 (ISO 27729). */
export function isIsni(text: string): boolean {
  if (!isni.test(text)) return false;
  const digits = text.replaceAll(' ', '');
  let total = 0;
  for (let index = 0; index < 15; index += 1) total = (total + digits.charCodeAt(index) - 0x30) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Tells whether a text can be an id of MusicBrainz: a UUID. https://musicbrainz.org/doc/MusicBrainz_Identifier */
export const isMbid = (text: string): boolean => uuid.test(text);

/** What an id of Spotify names. */
export type SpotifyKind = 'track' | 'artist' | 'album' | 'playlist' | 'show' | 'episode' | 'audiobook' | 'chapter';

export type SpotifyRef = { readonly kind: SpotifyKind; readonly id: string };

const kinds = '(track|artist|album|playlist|show|episode|audiobook|chapter)';
const spotifyUri = new RegExp(`^spotify:(?:user:[^:]+:)?${kinds}:([0-9A-Za-z]{22})$`);
/** Pages of other languages have theirs in the path: `/intl-fr/`. */
const spotifyPage = new RegExp(
  `^https://open\\.spotify\\.com/(?:intl-[a-z-]+/)?(?:user/[^/?#]+/)?${kinds}/([0-9A-Za-z]{22})(?:[?#].*)?$`,
);

/** Reads a URI of Spotify, its older form with a user in it, or the address of a page; `undefined` for what is none. */
export function readSpotifyRef(text: string): SpotifyRef | undefined {
  const [, kind, id = ''] = spotifyUri.exec(text) ?? spotifyPage.exec(text) ?? [];
  return kind === undefined || !isSpotifyId(id) ? undefined : { kind: kind as SpotifyKind, id };
}

/** Writes a URI of Spotify. */
export const spotifyUriOf = ({ kind, id }: SpotifyRef): string => `spotify:${kind}:${id}`;

/** Writes the address of a page of Spotify. */
export const spotifyUrlOf = ({ kind, id }: SpotifyRef): string => `https://open.spotify.com/${kind}/${id}`;
