/** Reads PNG with Node's own inflate: what the writer under test says is checked by other code than its own. */
import { crc32, inflateSync } from 'node:zlib';

export type Picture = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colorType: number;
  /** Dots a metre, across. */
  readonly density: number;
  readonly chunks: readonly string[];
  /** Red, green, blue and alpha of a pixel. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number];
};

const signature = '89504e470d0a1a0a';

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  if (file.subarray(0, 8).toString('hex') !== signature) throw new Error('expected the signature of PNG');
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end))
      throw new Error('expected the checksum of a chunk');
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** Reads a picture with a palette and rows without filters. @throws Error for anything else */
export function readPng(bytes: Uint8Array): Picture {
  const chunks = chunksOf(Buffer.from(bytes));
  const dataOf = (type: string): Buffer =>
    Buffer.concat(chunks.filter((one) => one.type === type).map(({ data }) => data));
  const header = dataOf('IHDR');
  const [widthPx, heightPx] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colorType, , , interlace] = header.subarray(8);
  if (depth !== 8 || colorType !== 3 || interlace !== 0)
    throw new Error('expected 8 bits of a palette, not interlaced');
  const rows = inflateSync(dataOf('IDAT'));
  if (rows.length !== (widthPx + 1) * heightPx) throw new Error('expected all rows and nothing else');
  const [palette, alphas] = [dataOf('PLTE'), dataOf('tRNS')];
  return {
    widthPx,
    heightPx,
    colorType,
    density: dataOf('pHYs').readUInt32BE(0),
    chunks: chunks.map(({ type }) => type),
    at: (x, y) => {
      if (rows[y * (widthPx + 1)] !== 0) throw new Error('expected a row without a filter');
      const index = rows[y * (widthPx + 1) + 1 + x] ?? 256;
      if (index * 3 >= palette.length) throw new Error('expected an index of the palette');
      return [palette[index * 3] ?? 0, palette[index * 3 + 1] ?? 0, palette[index * 3 + 2] ?? 0, alphas[index] ?? 255];
    },
  };
}
