/**
 * Remembers which series were written, in 8 bytes a slot instead of a string each: a million series take 16 MB. A hash only
 * says where to look; whether two series are the same is for the caller to compare.
 */
export type SeriesIndex = {
  /**
   * Returns the position of the series that was added before and is the same; adds this one if there is none, and returns -1.
   */
  readonly add: (hash: number, position: number, isSame: (position: number) => boolean) => number;
};

export function createSeriesIndex(capacity: number): SeriesIndex {
  // At most half full.
  const size = 2 ** Math.max(4, Math.ceil(Math.log2(capacity * 2 + 1)));
  const hashes = new Uint32Array(size);
  /** Plus one: 0 is an empty slot. */
  const positions = new Uint32Array(size);
  const add: SeriesIndex['add'] = (hash, position, isSame) => {
    // The low bits of a product depend on the low bits of its factors only.
    for (let slot = (hash ^ (hash >>> 15)) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const known = positions[slot] as number;
      if (known === 0) {
        hashes[slot] = hash;
        positions[slot] = position + 1;
        return -1;
      }
      if (hashes[slot] === hash && isSame(known - 1)) return known - 1;
    }
  };
  return { add };
}
