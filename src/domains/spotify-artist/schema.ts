/** The figures of an artist, as an input: whose they are, the days they are of, and what is known of streams and audience. */

import * as z from '../../kernel/zod.js';
import { countSchema, type Figure, figureSchema, ratioSchema } from '../../report/figure.js';
import { isIsni, isIsrc, isMbid, isSpotifyId } from '../../report/identifiers.js';
import { pointSchema, type ReportWindow, windowSchema } from '../../report/period.js';
import { increasing } from '../../report/sequence.js';

export type ArtistImage = { url: string; widthPx?: number; heightPx?: number };

export type ArtistIdentity = {
  /** An id of your own. */
  id?: string;
  name: string;
  /** 22 digits of base 62. */
  spotifyId?: string;
  /** MusicBrainz, a UUID. */
  mbid?: string;
  /** ISO 27729, 16 characters, with blanks between groups of four or without. */
  isni?: string;
  images?: ArtistImage[];
  /** A page of the artist. Only `https` is linked. */
  url?: string;
};

export type ArtistKpis = {
  /** Different people within a rolling 28 days. */
  monthlyListeners?: Figure;
  /** Different people within the window. */
  listeners?: Figure;
  streams?: Figure;
  followers?: Figure;
  saves?: Figure;
  playlistAdds?: Figure;
  /** 0 to 100. */
  popularity?: Figure;
};

/** What was counted at a point, or since the one before. Absent is unknown, not nothing. */
export type ArtistPoint = {
  /** A day as `2026-07-01`, or an instant. Each is later than the one before. */
  t: string | number;
  streams?: number;
  listeners?: number;
  followers?: number;
  /** All streams ever until then. */
  streamsTotal?: number;
  /** The platform corrected its counters here, so that a fall is no loss. */
  correction?: boolean;
};

export type ArtistTrack = {
  title: string;
  isrc?: string;
  streams?: number;
  previous?: number;
  /** 0 to 100, where streams are not known. */
  popularity?: number;
};

export type ArtistCity = {
  city: string;
  /** ISO 3166-1, two capitals. */
  country: string;
  listeners: number;
  previous?: number;
};

/** Where streams come from, as ratios that add up to 1. */
export type ArtistSources = {
  /** Chosen by listeners themselves: searches, libraries, the artist's pages. */
  active?: number;
  editorial?: number;
  algorithmic?: number;
  listenerPlaylists?: number;
  other?: number;
};

export type ArtistDemographics = {
  /** `group` as it is shown: `18–24`. */
  age?: { group: string; listeners: number }[];
  gender?: { gender: 'female' | 'male' | 'nonBinary' | 'notSpecified'; listeners: number }[];
};

/** The sources, in the order in which they are shown. */
export const sourceKeys = ['active', 'editorial', 'algorithmic', 'listenerPlaylists', 'other'] as const;

/** Streams and audience of an artist. */
export type SpotifyArtistInput = {
  artist: ArtistIdentity;
  window: ReportWindow;
  kpis?: ArtistKpis;
  timeline?: ArtistPoint[];
  topTracks?: ArtistTrack[];
  topCities?: ArtistCity[];
  sources?: ArtistSources;
  demographics?: ArtistDemographics;
};

const maxPopularity = 100;

/** Creates the schema of an artist's figures. */
export function spotifyArtistSchema() {
  const count = countSchema();
  const figure = z.optional(figureSchema(count));
  const popularity = z
    .int()
    .check(z.refine((value) => value >= 0 && value <= maxPopularity, 'a whole number from 0 to 100'));
  const some = z.optional(count);
  const ratio = z.optional(ratioSchema());
  const name = z.string().check(z.refine((text) => text.trim() !== '', 'a text that is not empty'));
  return z.strictObject({
    artist: z.strictObject({
      id: z.optional(z.string()),
      name,
      spotifyId: z.optional(z.string().check(z.refine(isSpotifyId, 'an id of Spotify, 22 digits of base 62'))),
      mbid: z.optional(z.string().check(z.refine(isMbid, 'a UUID of MusicBrainz'))),
      isni: z.optional(z.string().check(z.refine(isIsni, 'an ISNI, 16 characters with a right check character'))),
      images: z.optional(z.array(z.strictObject({ url: z.string(), widthPx: some, heightPx: some }))),
      url: z.optional(z.string()),
    }),
    window: windowSchema(),
    kpis: z.optional(
      z.strictObject({
        monthlyListeners: figure,
        listeners: figure,
        streams: figure,
        followers: figure,
        saves: figure,
        playlistAdds: figure,
        popularity: z.optional(figureSchema(popularity)),
      }),
    ),
    timeline: z.optional(
      z
        .array(
          z.strictObject({
            t: pointSchema(),
            streams: some,
            listeners: some,
            followers: some,
            streamsTotal: some,
            correction: z.optional(z.boolean()),
          }),
        )
        .check(increasing('t')),
    ),
    topTracks: z.optional(
      z.array(
        z.strictObject({
          title: name,
          isrc: z.optional(z.string().check(z.refine(isIsrc, 'an ISRC, as `FRZ039800212`'))),
          streams: some,
          previous: some,
          popularity: z.optional(popularity),
        }),
      ),
    ),
    topCities: z.optional(
      z.array(
        z.strictObject({
          city: name,
          country: z.string().check(z.regex(/^[A-Z]{2}$/, 'a country by ISO 3166-1, as `FR`')),
          listeners: count,
          previous: some,
        }),
      ),
    ),
    sources: z.optional(
      z.strictObject({ active: ratio, editorial: ratio, algorithmic: ratio, listenerPlaylists: ratio, other: ratio }),
    ),
    demographics: z.optional(
      z.strictObject({
        age: z.optional(z.array(z.strictObject({ group: name, listeners: count }))),
        gender: z.optional(
          z.array(
            z.strictObject({ gender: z.enum(['female', 'male', 'nonBinary', 'notSpecified']), listeners: count }),
          ),
        ),
      }),
    ),
  });
}
