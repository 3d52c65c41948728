/** Places where a text may be cut without breaking what a reader sees as one character. */

/**
 * Clusters up to this many UTF-16 units are never cut. The longest emoji in use have about 35; what is longer is a pile
 * of combining marks or an endless joiner chain, and reading all of it would make each cut as dear as the text is long.
 */
export const maxClusterUnits = 256;

/** Returns the last position at or before `index` where the text may be cut. `floor` is such a position already. */
export type GraphemeFloor = (text: string, index: number, floor: number) => number;

/**
 * Creates a finder of cut positions. Make one a text that needs a cut, not one a module: a segmenter costs 10 ms at
 * first use and microseconds after.
 *
 * Whether a position is a boundary is judged from the start of the block before it (or from `floor`), whatever the
 * `index` asked for. So answers never contradict each other, and a larger `index` never gives a smaller answer.
 */
export function createGraphemeFloor(): GraphemeFloor {
  let segmenter: Intl.Segmenter | undefined;

  const clusterStart = (text: string, index: number, start: number): number => {
    // Cluster rules do not depend on the locale, and `und` would resolve to the one of the host.
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    const segment = segmenter.segment(text.slice(start, index + 2)).containing(index - start);
    return start + (segment?.index ?? index - start);
  };

  return (text, index, floor) => {
    if (index <= floor) return floor;
    if (index >= text.length) return text.length;
    if (isPlainBoundary(text, index)) return index;

    const block = Math.floor((index - floor) / maxClusterUnits);
    const blockStart = floor + block * maxClusterUnits;
    const near = clusterStart(text, index, contextStart(text, block - 1, floor));
    if (near >= blockStart) return near;

    const far = clusterStart(text, blockStart - 1, contextStart(text, block - 2, floor));
    return index - far <= maxClusterUnits ? far : codePointFloor(text, index);
  };
}

/** Below U+0300 nothing joins its neighbour but CR LF. */
function isPlainBoundary(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before < 0x300 && after < 0x300 && !(before === 0x0d && after === 0x0a);
}

/**
 * Start of a block, moved back so that it splits neither a surrogate pair nor a flag. Flags are pairs of regional
 * indicators, and which two belong together depends on where their run starts (UAX #29, GB12).
 */
function contextStart(text: string, block: number, floor: number): number {
  if (block <= 0) return floor;
  const start = codePointFloor(text, floor + block * maxClusterUnits);
  if (!isRegionalIndicator(text, start)) return start;
  let runStart = start;
  while (runStart - 2 >= floor && isRegionalIndicator(text, runStart - 2)) runStart -= 2;
  return (start - runStart) % 4 === 0 ? start : start - 2;
}

function isRegionalIndicator(text: string, index: number): boolean {
  const low = text.charCodeAt(index + 1);
  return text.charCodeAt(index) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

/** Returns `index`, or the position before it where it would split a surrogate pair. */
export function codePointFloor(text: string, index: number): number {
  const isInsidePair = (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
  return isInsidePair ? index - 1 : index;
}
