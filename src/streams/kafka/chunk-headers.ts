/** How consumers put the parts of a value together again. */

/** The digest of the whole names it and proves that it is whole; `chunk-index` counts from 0. */
export const createChunkHeaders = (sha256: string, index: number, count: number): Record<string, Buffer> => ({
  'chunk-of': Buffer.from(sha256),
  'chunk-index': Buffer.from(String(index)),
  'chunk-count': Buffer.from(String(count)),
});
