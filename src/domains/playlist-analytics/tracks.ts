/** What the tracks of a playlist say together: how long they have been in it, and how much belongs to one artist. */
import { readPoint } from '../../report/period.js';
import { concentration } from '../../report/statistics.js';
import type { PlaylistAnalyticsInput, PlaylistTrack } from './schema.js';

const dayMs = 86_400_000;

/** When a track was added, where that is known and before the end of the window. */
function addedMs({ addedAt }: PlaylistTrack, endMs: number): number | undefined {
  const time = addedAt === undefined || addedAt === null ? undefined : readPoint(addedAt);
  return time === undefined || time > endMs ? undefined : time;
}

/** The mean time that tracks have been in the playlist at the end of a window whose last day begins at `toMs`. */
export function meanAgeMs({ tracks = [] }: PlaylistAnalyticsInput, toMs: number): number | undefined {
  const endMs = toMs + dayMs;
  let sum = 0;
  let count = 0;
  for (const track of tracks) {
    const time = addedMs(track, endMs);
    if (time === undefined) continue;
    sum += endMs - time;
    count += 1;
  }
  return count === 0 ? undefined : Math.round(sum / count);
}

/** How many tracks are by each artist, the most first. */
export function artistCounts({ tracks = [] }: PlaylistAnalyticsInput): (readonly [artist: string, tracks: number])[] {
  const counts = new Map<string, number>();
  for (const { artist } of tracks) if (artist !== undefined) counts.set(artist, (counts.get(artist) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** The Herfindahl-Hirschman index of artists by tracks; `undefined` where no artist is known. */
export const artistConcentration = (input: PlaylistAnalyticsInput): number | undefined =>
  concentration(artistCounts(input).map(([, tracks]) => tracks));
