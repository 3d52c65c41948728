import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../src/codec/zip.js';

const files = [
  { path: 'b.xml', content: '<é/>'.repeat(100) },
  { path: 'a/none.bin', content: new Uint8Array() },
  { path: 'a/bytes.bin', content: Uint8Array.of(0, 255, 7) },
];

describe('zip', () => {
  it('gives back every file', () => {
    const read = unzipSync(zip(files));
    expect(Buffer.from(read['b.xml'] ?? []).toString('utf8')).toBe('<é/>'.repeat(100));
    expect(read['a/none.bin']).toHaveLength(0);
    expect([...(read['a/bytes.bin'] ?? [])]).toEqual([0, 255, 7]);
  });

  it('keeps the order of the files', () => {
    expect(Object.keys(unzipSync(zip(files)))).toEqual(['b.xml', 'a/none.bin', 'a/bytes.bin']);
  });

  it('keeps the last of two files with one path', () => {
    const read = unzipSync(zip([...files, { path: 'b.xml', content: 'last' }]));
    expect(Buffer.from(read['b.xml'] ?? []).toString('utf8')).toBe('last');
  });

  it('writes the noon of 1 January 1980 for the time of a file', () => {
    const view = Buffer.from(zip(files));
    // APPNOTE 4.3.7: time and date of the first local header, as MS-DOS has them.
    expect([view.readUInt16LE(10), view.readUInt16LE(12)]).toEqual([12 << 11, (1 << 5) | 1]);
  });

  it('makes an archive of nothing', () => {
    expect(unzipSync(zip([]))).toEqual({});
  });
});
