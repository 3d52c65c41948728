import { describe, expect, it } from 'vitest';
import { frame, isMessageIndexes, isSchemaId } from '../../../src/streams/kafka/framing.js';
import { keyOf } from '../../../src/streams/kafka/key.js';
import { isTopic } from '../../../src/tenant/kafka-options.js';

describe('a framed value', () => {
  const value = Buffer.from([9]);
  it.each([
    ['an id', { schemaId: 1 }, [0, 0, 0, 0, 1, 9]],
    ['a large id', { schemaId: 2 ** 31 - 1 }, [0, 0x7f, 0xff, 0xff, 0xff, 9]],
    ['the first message of a file', { schemaId: 258, messageIndexes: [0] }, [0, 0, 0, 1, 2, 0, 9]],
    ['another message, zig-zag', { schemaId: 1, messageIndexes: [1, 0] }, [0, 0, 0, 0, 1, 4, 2, 0, 9]],
    ['a far message', { schemaId: 1, messageIndexes: [100] }, [0, 0, 0, 0, 1, 2, 0xc8, 1, 9]],
  ])('begins with %s', (_what, framing, bytes) => {
    expect([...frame(value, framing)]).toEqual(bytes);
  });

  it.each([[0], [-1], [1.5], ['1'], [2 ** 31], [Number.NaN]])('has no schema %j', (id) => {
    expect(isSchemaId(id)).toBe(false);
  });

  it.each([[[]], [[-1]], [[0.5]], ['0'], [undefined]])('has no path %j', (path) => {
    expect(isMessageIndexes(path)).toBe(false);
  });
});

describe('a key', () => {
  it('can be read, and belongs to one tenant and entity only', () => {
    expect(keyOf('label_42', 'track 7').toString()).toBe('label_42/track 7');
    const keys = [keyOf('a/b', 'c'), keyOf('a', 'b/c'), keyOf('a', 'b%2Fc'), keyOf('a%2Fb', 'c'), keyOf('a', '')];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });
});

describe('a topic', () => {
  it.each(['plays', 'a.b_c-D9', 'x'.repeat(249), '...'])('may be called %s', (topic) => {
    expect(isTopic(topic)).toBe(true);
  });

  it.each(['', '.', '..', 'a/b', 'a b', 'é', 'x'.repeat(250), 'a\n', 7, undefined])('may not be called %j', (topic) => {
    expect(isTopic(topic)).toBe(false);
  });
});
