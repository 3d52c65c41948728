import { createParser, type EventSourceMessage } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSseFields, type SseEvent, sseComment, writeSseEvent } from '../../../src/streams/sse/frame.js';

/** What an independent reader of event streams makes of a stream. */
function read(stream: string): {
  events: EventSourceMessage[];
  comments: string[];
  retries: number[];
  errors: unknown[];
} {
  const seen = {
    events: [] as EventSourceMessage[],
    comments: [] as string[],
    retries: [] as number[],
    errors: [] as unknown[],
  };
  const parser = createParser({
    onEvent: (event) => seen.events.push(event),
    onComment: (comment) => seen.comments.push(comment),
    onRetry: (retry) => seen.retries.push(retry),
    onError: (error) => seen.errors.push(error),
  });
  parser.feed(stream);
  return seen;
}

const anyText = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());
const breaking = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r', '\r\n', '\n\n', 'data: ', 'id: 7', 'event: x', ':', ' ', '\0', '\u2028', '\ufeff'),
      anyText,
    ),
  )
  .map((parts) => parts.join(''));

describe('a frame', () => {
  it.each<[what: string, event: SseEvent, frame: string]>([
    ['data alone', { data: '{"a":1}' }, 'data: {"a":1}\n\n'],
    [
      'all fields',
      { event: 'played', id: 'a1', retryMs: 3000, data: 'x' },
      'event: played\nid: a1\nretry: 3000\ndata: x\n\n',
    ],
    ['every kind of line end', { data: 'a\nb\rc\r\nd' }, 'data: a\ndata: b\ndata: c\ndata: d\n\n'],
    ['no data, which is not the same as none', { data: '' }, 'data: \n\n'],
    ['data that begin with a blank', { data: ' a' }, 'data:  a\n\n'],
    ['data that look like fields', { data: 'id: 7\nevent: x' }, 'data: id: 7\ndata: event: x\n\n'],
  ])('holds %s', (_what, event, frame) => {
    expect(writeSseEvent(event)).toBe(frame);
  });

  it('is read as exactly the one event that was written, whatever the data', () => {
    fc.assert(
      fc.property(breaking, (data) => {
        const { events, errors } = read(writeSseEvent({ id: 'a1', event: 'played', data }));
        expect(errors).toEqual([]);
        expect(events).toEqual([{ id: 'a1', event: 'played', data: data.replace(/\r\n?/g, '\n') }]);
      }),
    );
  });

  it('stands beside others without mixing with them', () => {
    fc.assert(
      fc.property(fc.array(breaking, { maxLength: 5 }), (all) => {
        const { events } = read(all.map((data) => writeSseEvent({ data })).join(''));
        expect(events.map(({ data }) => data)).toEqual(all.map((data) => data.replace(/\r\n?/g, '\n')));
      }),
    );
  });
});

describe('a comment', () => {
  it('keeps a connection alive without a word', () => {
    expect(sseComment()).toBe(':\n\n');
  });

  it('is never an event, whatever it says', () => {
    fc.assert(
      fc.property(breaking, (text) => {
        const { events, errors, retries } = read(sseComment(text));
        expect({ events, errors, retries }).toEqual({ events: [], errors: [], retries: [] });
      }),
    );
  });
});

describe('a field is refused when', () => {
  it.each<[what: string, fields: Parameters<typeof checkSseFields>[0], paths: string[]]>([
    ['an id holds a line break', { id: 'a\nb' }, ['id']],
    ['an id holds NUL', { id: 'a\0b' }, ['id']],
    ['an id is empty', { id: '' }, ['id']],
    ['an id would not survive the header', { id: 'é' }, ['id']],
    ['an id ends with a blank', { id: 'a ' }, ['id']],
    ['an id is too long', { id: 'a'.repeat(257) }, ['id']],
    ['a name holds a line break', { event: 'a\rdata: forged' }, ['event']],
    ['a name is empty', { event: '' }, ['event']],
    ['a retry is negative', { retryMs: -1 }, ['retryMs']],
    ['a retry is no number', { retryMs: '10' }, ['retryMs']],
    ['a retry is a fraction', { retryMs: 1.5 }, ['retryMs']],
    ['everything is wrong, all at once', { id: 7, event: 7, retryMs: Number.NaN }, ['id', 'event', 'retryMs']],
  ])('%s', (_what, fields, paths) => {
    expect(checkSseFields(fields).map(({ path }) => path)).toEqual(paths);
  });

  it('and passes otherwise', () => {
    expect(checkSseFields({ id: 'a b~', event: 'トラック', retryMs: 0 })).toEqual([]);
    expect(checkSseFields({})).toEqual([]);
  });
});
