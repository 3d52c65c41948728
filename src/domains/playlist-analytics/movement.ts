/** What entered a playlist, left it, or moved, between two snapshots. */
import type { PlaylistAnalyticsInput, PlaylistTrack, TrackIdentity } from './schema.js';

/** A track that moved, and where its places stand in the input. */
export type Moved = {
  readonly track: TrackIdentity;
  readonly from: number;
  readonly to: number;
  /** Places gained, negative for lost. */
  readonly places: number;
  readonly paths: { readonly title: string; readonly from: string; readonly to: string };
};

export type Placed = { readonly track: TrackIdentity & { readonly position: number }; readonly index: number };

export type Movement = {
  /** Whether there is a snapshot of before, without which nothing is known to have entered or left. */
  readonly hasSnapshot: boolean;
  readonly entered: readonly Placed[];
  readonly left: readonly Placed[];
  /** The largest move first. */
  readonly moved: readonly Moved[];
};

const keyOf = ({ uri, isrc, title, artist = '' }: TrackIdentity): string => uri ?? isrc ?? `${title}\n${artist}`;

const byPosition = (tracks: readonly Placed['track'][]): Placed[] =>
  tracks.map((track, index) => ({ track, index })).sort((a, b) => a.track.position - b.track.position);

const bySize = (a: Moved, b: Moved): number => Math.abs(b.places) - Math.abs(a.places) || a.to - b.to;

function fromPositions(tracks: readonly PlaylistTrack[]): Moved[] {
  return tracks.flatMap((track, index) => {
    const { position, previousPosition: from } = track;
    if (from === undefined || from === position) return [];
    const path = `tracks.${index}`;
    const paths = { title: `${path}.title`, from: `${path}.previousPosition`, to: `${path}.position` };
    return [{ track, from, to: position, places: from - position, paths }];
  });
}

/** Compares two snapshots. A track that stands in a playlist several times is matched as often, in order. */
export function movementOf({ tracks = [], previousTracks }: PlaylistAnalyticsInput): Movement {
  if (previousTracks === undefined) {
    return { hasSnapshot: false, entered: [], left: [], moved: fromPositions(tracks).sort(bySize) };
  }
  const waiting = new Map<string, Placed[]>();
  for (const placed of byPosition(previousTracks)) {
    const key = keyOf(placed.track);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [placed]);
    else same.push(placed);
  }
  const entered: Placed[] = [];
  const moved: Moved[] = [];
  for (const placed of byPosition(tracks)) {
    const { track, index } = placed;
    const before = waiting.get(keyOf(track))?.shift();
    if (before === undefined) entered.push(placed);
    else if (before.track.position !== track.position) {
      const [from, to] = [before.track.position, track.position];
      const paths = {
        title: `tracks.${index}.title`,
        from: `previousTracks.${before.index}.position`,
        to: `tracks.${index}.position`,
      };
      moved.push({ track, from, to, places: from - to, paths });
    }
  }
  const left = [...waiting.values()].flat().sort((a, b) => a.track.position - b.track.position);
  return { hasSnapshot: true, entered, left, moved: moved.sort(bySize) };
}
