/** Checksums that close compressed data. fflate writes but never reads them: damage would pass for content. */

/** CRC-32 of one byte, for each byte. The polynomial of gzip: RFC 1952 section 8, reflected. */
const crcTable = /* @__PURE__ */ (() =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    return remainder >>> 0;
  }))();

/** Returns the CRC-32 of bytes, unsigned: the checksum of gzip. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** RFC 1950 section 8.2: the largest prime below 65,536. */
const adlerPrime = 65_521;
/** Sums of so many bytes stay below 2^32 (zlib's NMAX), and the remainder is taken once for all of them. */
const maxSummed = 5552;

/** Returns the Adler-32 of bytes, unsigned: the checksum of zlib, and the name it gives a dictionary. */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += maxSummed) {
    const end = Math.min(start + maxSummed, bytes.length);
    for (let index = start; index < end; index++) {
      low += bytes[index] ?? 0;
      high += low;
    }
    low %= adlerPrime;
    high %= adlerPrime;
  }
  return ((high << 16) | low) >>> 0;
}
