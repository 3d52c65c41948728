/** Deflate in the zlib format of RFC 1950, for formats that hold compressed data of their own, such as PNG. */
import { zlibSync } from 'fflate';

/** Half the time of fflate's usual 6, for 3 percent more bytes of a drawn picture. */
const level = 4;

/** Compresses bytes. The same bytes give the same bytes. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level });
}
