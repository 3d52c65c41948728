/** A cache that never grows past its bound. */

/** Keeps the values used last. */
export type BoundedCache<Key, Value> = {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  readonly size: number;
};

/**
 * Creates a cache of at most `maxEntries` in two generations: what is used moves to the young one; when that is full, the
 * old one is dropped at once. A read costs one look-up, unlike an exact LRU, which reorders on each.
 */
export function createBoundedCache<Key, Value>(maxEntries: number): BoundedCache<Key, Value> {
  const generation = Math.max(1, Math.floor(maxEntries / 2));
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();
  const set = (key: Key, value: Value): void => {
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    old.delete(key);
    young.set(key, value);
  };
  const get = (key: Key): Value | undefined => {
    const found = young.get(key);
    if (found !== undefined) return found;
    const aged = old.get(key);
    if (aged !== undefined) set(key, aged);
    return aged;
  };
  return {
    get,
    set,
    get size() {
      return young.size + old.size;
    },
  };
}
