import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isIsni,
  isIsrc,
  isMbid,
  isSpotifyId,
  plainIsrc,
  readSpotifyRef,
  spotifyUriOf,
  spotifyUrlOf,
} from '../../src/report/identifiers.js';
import { realInput } from '../support/real-inputs.js';
import { runs } from '../support/runs.js';

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A number in 22 digits of base 62, by division. */
function encode(value: bigint): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < 22; index += 1) {
    text = (digits[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}

const max = 2n ** 128n - 1n;

describe('an id of Spotify', () => {
  it('is every number of 128 bits and no larger one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 62n ** 22n - 1n }), (value) => {
        expect(isSpotifyId(encode(value))).toBe(value <= max);
      }),
      { numRuns: runs(300) },
    );
    fc.assert(
      fc.property(fc.bigInt({ min: max - 1_000_000n, max: max + 1_000_000n }), (value) => {
        expect(isSpotifyId(encode(value))).toBe(value <= max);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['the largest', encode(max), true],
    ['one more than the largest', encode(max + 1n), false],
    ['nothing but the last digit', 'Z'.repeat(22), false],
    ['one character too few', encode(5n).slice(1), false],
    ['another character', `${encode(5n).slice(1)}-`, false],
    ['a line end behind it', `${encode(5n)}\n`, false],
    ['nothing', '', false],
  ])('of %s is told', (_name, text, expected) => {
    expect(isSpotifyId(text)).toBe(expected);
  });

  it.skipIf(realInput('spotify-playlist.json') === undefined)('in recorded answers passes', () => {
    const text = JSON.stringify([
      realInput('spotify-playlist.json'),
      realInput('spotify-artist.json'),
      realInput('spotify-artist-top-tracks.json'),
    ]);
    const uris = [...text.matchAll(/"(spotify:(?:user:[^:"]+:)?(?:track|artist|album|playlist):[^"]+)"/g)];
    expect(uris.length).toBeGreaterThan(8);
    for (const [, uri = ''] of uris) expect(readSpotifyRef(uri)?.id).toBe(uri.slice(-22));
  });
});

describe('an address of Spotify', () => {
  const id = '59ZbFPES4DQwEjBpWHzrtC';
  it.each([
    ['a URI', `spotify:playlist:${id}`],
    ['a URI of before 2018, with its user', `spotify:user:spotify:playlist:${id}`],
    ['a page', `https://open.spotify.com/playlist/${id}`],
    ['a shared page', `https://open.spotify.com/playlist/${id}?si=abc`],
    ['a page in a language', `https://open.spotify.com/intl-fr/playlist/${id}`],
    ['a page of before 2018', `https://open.spotify.com/user/spotify/playlist/${id}`],
  ])('as %s is read', (_name, text) => {
    const ref = readSpotifyRef(text);
    expect(ref).toEqual({ kind: 'playlist', id });
    if (ref === undefined) return;
    expect(spotifyUriOf(ref)).toBe(`spotify:playlist:${id}`);
    expect(spotifyUrlOf(ref)).toBe(`https://open.spotify.com/playlist/${id}`);
  });

  it.each([
    'spotify:user:spotify',
    'spotify:local:a:b:c:180',
    `spotify:playlist:${'Z'.repeat(22)}`,
    `http://open.spotify.com/playlist/${id}`,
    `https://open.spotify.com.evil.example/playlist/${id}`,
    `spotify:poem:${id}`,
    '',
  ])('is not `%s`', (text) => {
    expect(readSpotifyRef(text)).toBeUndefined();
  });
});

describe('other identifiers', () => {
  it.each([
    ['ISRC', isIsrc, 'USRC16101350', true],
    ['ISRC', isIsrc, 'GB-UM7-14-03920', true],
    ['ISRC', isIsrc, 'gbum71403920', true],
    ['ISRC', isIsrc, 'GB-UM714-03920', false],
    ['ISRC', isIsrc, 'GBUM7140392', false],
    ['ISRC', isIsrc, '12UM71403920', false],
    ['ISNI', isIsni, '0000000121032683', true],
    ['ISNI', isIsni, '0000 0001 2103 2683', true],
    ['ISNI', isIsni, '0000000121032684', false],
    ['ISNI', isIsni, '000000012103268X', false],
    ['ISNI', isIsni, '0000 000121032683', false],
    ['MBID', isMbid, '056e4f3e-d505-4dad-8ec1-d04f521cbb56', true],
    ['MBID', isMbid, '056e4f3ed5054dad8ec1d04f521cbb56', false],
    ['MBID', isMbid, '', false],
  ])('%s %#: %s %s', (_name, is, text, expected) => {
    expect(is(text)).toBe(expected);
  });

  it('have the check character of ISO 7064 by its definition', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(digit, { minLength: 15, maxLength: 15 }), (parts) => {
        // The weighted sum of all characters, the check character included, is 1 modulo 11.
        const sum = parts.reduce((all, each, index) => all + each * 2 ** (15 - index), 0);
        const check = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((value) => (sum + value) % 11 === 1);
        const right = check === 10 ? 'X' : String(check);
        for (const char of '0123456789X') expect(isIsni(parts.join('') + char)).toBe(char === right);
      }),
      { numRuns: runs(100) },
    );
  });

  it('are written as registries keep them', () => {
    expect(plainIsrc('gb-um7-14-03920')).toBe('GBUM71403920');
  });
});
