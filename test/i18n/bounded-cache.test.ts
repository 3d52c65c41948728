import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedCache } from '../../src/i18n/bounded-cache.js';

describe('createBoundedCache', () => {
  it('never holds more than its bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.array(fc.integer({ min: 0, max: 60 })), (bound, keys) => {
        const cache = createBoundedCache<number, number>(bound);
        for (const key of keys) {
          const known = cache.get(key);
          if (known === undefined) cache.set(key, key * 2);
          else expect(known).toBe(key * 2);
          expect(cache.size).toBeLessThanOrEqual(bound);
          expect(cache.get(key)).toBe(key * 2);
        }
      }),
    );
  });

  it('keeps what is used all the time while others come and go', () => {
    const cache = createBoundedCache<number, string>(8);
    cache.set(-1, 'kept');
    for (let key = 0; key < 1000; key += 1) {
      cache.set(key, 'passing');
      expect(cache.get(-1)).toBe('kept');
    }
    expect(cache.get(0)).toBeUndefined();
  });

  it('works with a bound of one', () => {
    const cache = createBoundedCache<string, number>(1);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('b')).toBe(2);
  });
});
