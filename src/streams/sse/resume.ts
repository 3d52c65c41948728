/** Where a reader that lost its connection goes on. */
import { isSseId } from './frame.js';

/** The events to send again, and whether none may be missing between them and what the reader has. */
export type Resumption<Event> = {
  readonly events: readonly Event[];
  /** `false`: the last id is unknown, older events than the kept ones may be lost; tell the reader to load all anew. */
  readonly isComplete: boolean;
};

/**
 * Finds the events after the one that a reader saw last.
 *
 * @param lastEventId the header `Last-Event-ID`, which anybody can set to anything
 * @param kept the events that are still kept, oldest first
 * @example
 * ```ts
 * import { resumeAfter } from 'channel-formatters/sse';
 *
 * const kept = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
 * const { events, isComplete } = resumeAfter('b', kept);
 * console.log(events.length === 1, isComplete);
 * ```
 */
export function resumeAfter<Event extends { readonly id?: string | undefined }>(
  lastEventId: string | readonly string[] | null | undefined,
  kept: readonly Event[],
): Resumption<Event> {
  if (lastEventId === null || lastEventId === undefined || lastEventId === '')
    return { events: kept, isComplete: true };
  if (!isSseId(lastEventId)) return { events: kept, isComplete: false };
  for (let index = kept.length - 1; index >= 0; index--) {
    if (kept[index]?.id === lastEventId) return { events: kept.slice(index + 1), isComplete: true };
  }
  return { events: kept, isComplete: false };
}
