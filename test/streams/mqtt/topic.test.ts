import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTopicName, topicLevel, topicOf } from '../../../src/streams/mqtt/topic.js';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('+', '#', '/', '$', '%', '%2F', '\0', '\ud800', '\udc00', 'é', '🎵', ' ', '\ufffe'))
    .map((parts) => parts.join('')),
);

describe('a level', () => {
  it.each([
    ['tracks', 'tracks'],
    ['a/b', 'a%2Fb'],
    ['+', '%2B'],
    ['#', '%23'],
    ['$SYS', '%24SYS'],
    ['100%', '100%25'],
    ['a\0b', 'a%00b'],
    ['夜', '夜'],
    ['\ud800', '%ED%A0%80'],
    ['', '%'],
  ])('is of %j made %s', (text, level) => {
    expect(topicLevel(text)).toBe(level);
  });

  it('is one level of a name that brokers take, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (levels) => {
        const topic = topicOf(levels);
        expect(isTopicName(topic)).toBe(true);
        expect(topic.split('/')).toHaveLength(levels.length);
      }),
    );
  });

  it('is another for any other text', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        expect(topicLevel(one) === topicLevel(two)).toBe(one === two);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a topic name', () => {
  it.each(['a', 'a/b c', '/a', 'a$', 'x'.repeat(65_535)])('may be %.20s', (topic) => {
    expect(isTopicName(topic)).toBe(true);
  });

  it.each(['', 'a/#', '+/b', '$SYS/x', 'a\0', 'a\u0001', '\ud800', 'é'.repeat(32_768), 7, undefined])(
    'may not be %.20s',
    (topic) => {
      expect(isTopicName(topic)).toBe(false);
    },
  );
});
