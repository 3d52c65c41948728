import { describe, expect, it } from 'vitest';
import { exceedsDepth, inputBounds } from '../../src/document/depth.js';
import { everyKind } from './every-kind.js';

const { maxDepth, maxNodes } = inputBounds;
const exceeds = (value: unknown): boolean => exceedsDepth(value, maxDepth, maxNodes);

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

const cyclic = (): unknown => {
  const value: { self?: unknown } = {};
  value.self = value;
  return value;
};

const shared = (): unknown => nested(60, (inner) => [inner, inner]);

describe('exceedsDepth', () => {
  it.each<[string, unknown]>([
    ['a string', 'x'],
    ['null', null],
    ['undefined', undefined],
    ['a function', () => {}],
    ['an empty object', {}],
    ['64 objects', nested(64, (inner) => ({ inner }))],
    ['64 arrays', nested(64, (inner) => [inner])],
    ['50,000 values', Array.from({ length: 49_999 }, () => 1)],
    ['a document of every kind', everyKind],
    ['a megabyte of bytes', { data: new Uint8Array(1_000_000) }],
    ['a map, which has no members', new Map([['a', {}]])],
    ['an object without prototype', Object.create(null)],
  ])('accepts %s', (_, value) => {
    expect(exceeds(value)).toBe(false);
  });

  it.each<[string, unknown]>([
    ['65 objects', nested(65, (inner) => ({ inner }))],
    ['65 arrays', nested(65, (inner) => [inner])],
    ['a million arrays', nested(1_000_000, (inner) => [inner])],
    ['JSON nested 5,000 deep', JSON.parse('['.repeat(5000) + ']'.repeat(5000))],
    ['50,001 values', Array.from({ length: 50_000 }, () => 1)],
    ['50,001 values in objects', Array.from({ length: 10_000 }, () => ({ a: 1, b: 2, c: 3, d: 4 }))],
    ['a cycle', cyclic()],
    ['2^60 paths through 60 objects', shared()],
    ['a sparse array of four billion', { list: new Array(4_294_967_295) }],
    [
      'a getter that throws',
      {
        get a(): never {
          throw new Error('hostile');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('hostile');
          },
        },
      ),
    ],
    [
      'a proxy whose length is not a number',
      new Proxy([], { get: (_, key) => (key === 'length' ? Number.NaN : undefined) }),
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return [proxy];
      })(),
    ],
  ])('refuses %s', (_, value) => {
    expect(exceeds(value)).toBe(true);
  });

  it('refuses a getter that grows for ever', () => {
    const grow = (): object => ({
      get next() {
        return grow();
      },
    });
    expect(exceeds(grow())).toBe(true);
  });

  it('counts the value itself as the first level', () => {
    expect(exceedsDepth([1], 1, 10)).toBe(false);
    expect(exceedsDepth([[]], 1, 10)).toBe(true);
    expect(exceedsDepth([[]], 0, 10)).toBe(true);
  });

  it('counts the value itself as the first node', () => {
    expect(exceedsDepth([1, 2], 5, 3)).toBe(false);
    expect(exceedsDepth([1, 2, 3], 5, 3)).toBe(true);
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    expect(exceedsDepth([1, , 3], 5, 3)).toBe(true);
  });
});
