/** The figures of a playlist, as an input: who follows it, what was done to it, what is in it and was before. */
import * as z from '../../kernel/zod.js';
import { countSchema, type Figure, figureSchema, ratioSchema } from '../../report/figure.js';
import { isIsrc, readSpotifyRef } from '../../report/identifiers.js';
import { pointSchema, type ReportWindow, windowSchema } from '../../report/period.js';
import { distinct, increasing } from '../../report/sequence.js';

export type PlaylistIdentity = {
  /** An id of your own. */
  id?: string;
  /** A URI; one of Spotify is checked. */
  uri?: string;
  name: string;
  owner?: string;
  /** Who or what chooses the tracks, in the words of the platform: `editorial`, `algorithmic`. */
  kind?: string;
  public?: boolean;
  collaborative?: boolean;
  /** All tracks, listed here or not. */
  trackCount?: number;
  totalDurationMs?: number;
  /** A page of the playlist. Only `https` is linked. */
  url?: string;
};

/** Who a playlist reaches. What that counts depends on the platform. */
export type PlaylistAudience = {
  metric: 'followers' | 'likes' | 'views' | 'fans';
  value: number;
  previous?: number;
  target?: number;
  /** In order of time. */
  series?: { t: string | number; value: number }[];
};

export type PlaylistActivity = {
  adds?: Figure;
  removals?: Figure;
  reorders?: Figure;
  /** Tracks that left, as a share of those that were in it. @default from `previousTracks` */
  churnRatio?: Figure;
};

/** What names a track: its URI, else its ISRC, else title and artist. */
export type TrackIdentity = {
  title: string;
  artist?: string;
  isrc?: string;
  /** A URI; one of Spotify is checked. */
  uri?: string;
};

export type PlaylistTrack = TrackIdentity & {
  /** From 1. No two tracks share one. */
  position: number;
  /** Where `previousTracks` are not known. */
  previousPosition?: number;
  peakPosition?: number;
  /** Old playlists do not know it. */
  addedAt?: string | number | null;
  plays?: number;
  saves?: number;
  /** Plays that were cut short. What is not skipped need not be completed. */
  skipRatio?: number;
  completionRatio?: number;
  explicit?: boolean;
};

/** Audience, activity and tracks of a playlist. */
export type PlaylistAnalyticsInput = {
  playlist: PlaylistIdentity;
  window: ReportWindow;
  audience?: PlaylistAudience;
  activity?: PlaylistActivity;
  tracks?: PlaylistTrack[];
  /** What was in it before, in another snapshot. */
  previousTracks?: (TrackIdentity & { position: number })[];
  /** Tracks that are in it and can no longer be played or named. */
  unavailableCount?: number;
};

const local = /^spotify:local:/;

const isUri = (text: string): boolean =>
  text !== '' && (!text.startsWith('spotify:') || readSpotifyRef(text) !== undefined || local.test(text));

/** Creates the schema of a playlist's figures. */
export function playlistAnalyticsSchema() {
  const count = countSchema();
  const some = z.optional(count);
  const position = z.int().check(z.refine((value) => value >= 1, 'a position, a whole number from 1'));
  const ratio = z.optional(ratioSchema());
  const figure = z.optional(figureSchema(count));
  const text = z.optional(z.string());
  const name = z.string().check(z.refine((value) => value.trim() !== '', 'a text that is not empty'));
  const uri = z.optional(z.string().check(z.refine(isUri, 'a URI; one of Spotify with its kind and id')));
  const identity = {
    title: name,
    artist: text,
    isrc: z.optional(z.string().check(z.refine(isIsrc, 'an ISRC, as `FRZ039800212`'))),
    uri,
  };
  return z.strictObject({
    playlist: z.strictObject({
      id: text,
      uri,
      name,
      owner: text,
      kind: text,
      public: z.optional(z.boolean()),
      collaborative: z.optional(z.boolean()),
      trackCount: some,
      totalDurationMs: some,
      url: text,
    }),
    window: windowSchema(),
    audience: z.optional(
      z.strictObject({
        metric: z.enum(['followers', 'likes', 'views', 'fans']),
        value: count,
        previous: some,
        target: some,
        series: z.optional(z.array(z.strictObject({ t: pointSchema(), value: count })).check(increasing('t'))),
      }),
    ),
    activity: z.optional(
      z.strictObject({
        adds: figure,
        removals: figure,
        reorders: figure,
        churnRatio: z.optional(figureSchema(ratioSchema())),
      }),
    ),
    tracks: z.optional(
      z
        .array(
          z.strictObject({
            ...identity,
            position,
            previousPosition: z.optional(position),
            peakPosition: z.optional(position),
            addedAt: z.optional(z.union([pointSchema(), z.literal(null)])),
            plays: some,
            saves: some,
            skipRatio: ratio,
            completionRatio: ratio,
            explicit: z.optional(z.boolean()),
          }),
        )
        .check(distinct('position')),
    ),
    previousTracks: z.optional(z.array(z.strictObject({ ...identity, position })).check(distinct('position'))),
    unavailableCount: some,
  });
}
