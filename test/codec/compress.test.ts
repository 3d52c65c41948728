import { deflateSync, gunzipSync, gzipSync, inflateSync, crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adler32, crc32 } from '../../src/codec/checksums.js';
import { compress, type DecompressOptions, type Dictionary, decompress } from '../../src/codec/compress.js';
import { isFormatError } from '../../src/kernel/errors.js';

const dictionary: Dictionary = { id: 'plays-1', bytes: Buffer.from('{"plays":,"listeners":,"territory":"') };
const other: Dictionary = { id: 'plays-2', bytes: Buffer.from('something else') };
const message = '{"plays":31,"listeners":7,"territory":"TN"}';

function reasonOf(bytes: Uint8Array, options: DecompressOptions): string {
  try {
    decompress(bytes, options);
  } catch (error) {
    if (isFormatError(error, 'ERR_DECOMPRESS')) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('checksums', () => {
  it('are those of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(crc32(bytes)).toBe(nodeCrc32(bytes));
        expect(adler32(bytes)).toBe(deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4));
      }),
      { numRuns: 30 },
    );
    expect(adler32(Buffer.alloc(1_000_000, 255))).toBe(
      deflateSync(Buffer.alloc(1_000_000, 255)).readUInt32BE(deflateSync(Buffer.alloc(1_000_000, 255)).length - 4),
    );
  });
});

describe('compressed bytes', () => {
  it('are read by zlib, and zlib’s are read here', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(40), (some, times) => {
        const bytes = Buffer.concat(Array.from({ length: times + 1 }, () => Buffer.from(some)));
        const maxBytes = bytes.length;
        for (const [encoding, unzip, zip] of [
          ['gzip', gunzipSync, gzipSync],
          ['deflate', inflateSync, deflateSync],
        ] as const) {
          const made = compress(bytes, { encoding });
          if (made.encoding !== 'identity') expect(unzip(made.bytes).equals(bytes)).toBe(true);
          expect(decompress(zip(bytes), { encoding, maxBytes }).equals(bytes)).toBe(true);
        }
      }),
    );
  });

  it('are the same at any time', () => {
    const header = compress('a'.repeat(500), { encoding: 'gzip' }).bytes.subarray(0, 10);
    // RFC 1952: MTIME 0 means that no time is given.
    expect(header.readUInt32LE(4)).toBe(0);
  });

  it('name the dictionary, with which zlib reads them', () => {
    const made = compress(message, { dictionary });
    expect(made).toMatchObject({ encoding: 'deflate', dictionary: 'plays-1' });
    expect(made.bytes.length).toBeLessThan(compress(message, { encoding: 'deflate' }).bytes.length);
    expect(inflateSync(made.bytes, { dictionary: dictionary.bytes }).toString()).toBe(message);
    expect(decompress(made.bytes, { encoding: 'deflate', maxBytes: 100, dictionary }).toString()).toBe(message);
    const zlibs = deflateSync(message, { dictionary: dictionary.bytes });
    expect(decompress(zlibs, { encoding: 'deflate', maxBytes: 100, dictionary }).toString()).toBe(message);
  });

  it('are left alone where it does not pay, or is not wanted', () => {
    const noise = Buffer.from('x8#');
    expect(compress(noise)).toEqual({ bytes: noise, encoding: 'identity' });
    expect(compress('')).toEqual({ bytes: Buffer.alloc(0), encoding: 'identity' });
    expect(compress(message.repeat(20), { encoding: 'none' }).encoding).toBe('identity');
    expect(compress(message.repeat(20), { encoding: 'gzip', dictionary })).not.toHaveProperty('dictionary');
  });
});

describe('bytes from elsewhere', () => {
  const gzip = gzipSync(message.repeat(50));
  const deflate = deflateSync(message.repeat(50));
  const maxBytes = 10_000;

  it('stop at the limit, however much they would become', () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const before = process.memoryUsage().arrayBuffers;
    expect(reasonOf(bomb, { encoding: 'gzip', maxBytes: 1_000_000 })).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
    expect(reasonOf(deflateSync(Buffer.alloc(50_000_000)), { encoding: 'deflate', maxBytes: 1_000_000 })).toBe(
      'too-large',
    );
  });

  it('may be exactly as large as allowed', () => {
    const exact = message.length * 50;
    expect(reasonOf(gzip, { encoding: 'gzip', maxBytes: exact })).toBe('accepted');
    expect(reasonOf(gzip, { encoding: 'gzip', maxBytes: exact - 1 })).toBe('too-large');
  });

  it.each<[what: string, bytes: Uint8Array, encoding: 'gzip' | 'deflate', reason: string]>([
    ['nothing', Buffer.alloc(0), 'gzip', 'corrupt'],
    ['text', Buffer.from('this is no compressed data at all'), 'gzip', 'corrupt'],
    ['the other format', deflate, 'gzip', 'corrupt'],
    ['the other format, too', gzip, 'deflate', 'corrupt'],
    ['a part', gzip.subarray(0, gzip.length - 9), 'gzip', 'corrupt'],
    ['a part without its checksum', deflate.subarray(0, deflate.length - 4), 'deflate', 'corrupt'],
    ['something behind', Buffer.concat([deflate, Buffer.from('forged')]), 'deflate', 'corrupt'],
    ['a wrong checksum', Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(4), gzip.subarray(-4)]), 'gzip', 'corrupt'],
    ['a wrong length', Buffer.concat([gzip.subarray(0, -4), Buffer.alloc(4)]), 'gzip', 'corrupt'],
  ])('are refused when they are %s', (_what, bytes, encoding, reason) => {
    expect(reasonOf(bytes, { encoding, maxBytes })).toBe(reason);
  });

  it('are never read with a wrong dictionary', () => {
    const made = compress(message, { dictionary }).bytes;
    expect(reasonOf(made, { encoding: 'deflate', maxBytes })).toBe('dictionary');
    expect(reasonOf(made, { encoding: 'deflate', maxBytes, dictionary: other })).toBe('dictionary');
    expect(reasonOf(deflate, { encoding: 'deflate', maxBytes, dictionary })).toBe('dictionary');
  });

  it('give the content, or an error of this package, whatever they are', () => {
    fc.assert(
      fc.property(fc.nat(gzip.length - 1), fc.integer({ min: 0, max: 255 }), (index, byte) => {
        const damaged = Buffer.from(gzip);
        damaged[index] = byte;
        const reason = reasonOf(damaged, { encoding: 'gzip', maxBytes });
        expect(['accepted', 'corrupt', 'too-large']).toContain(reason);
        if (reason === 'accepted') {
          expect(decompress(damaged, { encoding: 'gzip', maxBytes }).toString()).toBe(message.repeat(50));
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof reasonOf(bytes, { encoding: 'gzip', maxBytes })).toBe('string');
        expect(typeof reasonOf(bytes, { encoding: 'deflate', maxBytes })).toBe('string');
      }),
    );
  });
});
