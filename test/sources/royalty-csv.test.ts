import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { fromRoyaltyCsv, type RoyaltyCsvOptions } from '../../src/sources/royalty-csv.js';
import { readDelimited, sniffDelimiter } from '../../src/sources/shared/delimited.js';
import { runs } from '../support/runs.js';

const options: RoyaltyCsvOptions = { window: { from: '2026-07-01', to: '2026-09-30' }, currency: 'USD' };
const { revenueReport } = createFormatters({ tenantId: 'label_42' });

/** The columns that DistroKid has. */
const tabbed = [
  'Reporting Date\tSale Month\tStore\tArtist\tTitle\tISRC\tUPC\tQuantity\tTeam Percentage\tSong/Album\tCountry of Sale\tEarnings (USD)',
  '2026-10-05\t2026-08\tSpotify\tMira Solane\tAube\tFRZ112600121\t198000000017\t1204\t100\tStream\tFR\t4.612233',
  '2026-10-05\t2026-08\tiTunes\tMira Solane\tAube (EP)\t\t198000000017\t2\t100\tAlbum\tUnited States\t9.94',
  '',
].join('\n');

describe('a royalty statement as delimited text', () => {
  it('is read by the names of its columns', () => {
    const statement = fromRoyaltyCsv(tabbed, options);
    expect(statement.lines).toEqual([
      {
        dsp: 'Spotify',
        territory: 'FR',
        useType: 'stream_premium',
        title: 'Aube',
        artist: 'Mira Solane',
        isrc: 'FRZ112600121',
        upc: '198000000017',
        quantity: 1204,
        net: '4.612233',
      },
      {
        dsp: 'iTunes',
        territory: 'US',
        useType: 'download',
        title: 'Aube (EP)',
        artist: 'Mira Solane',
        upc: '198000000017',
        quantity: 2,
        net: '9.94',
      },
    ]);
    expect(revenueReport.tryFormat(statement).ok).toBe(true);
  });

  it.each([
    ['the currency of its header', 'Store;Net Amount (eur)\nDeezer;3.10\n', { currency: 'EUR', net: '3.10' }],
    ['the currency of a row', 'Store;Currency;Net\nDeezer;gbp;3.10\n', { currency: 'GBP', net: '3.10' }],
    ['thousands', 'Store;Net\nDeezer;1,203.10\n', { net: '1203.10' }],
    ['parentheses for a minus', 'Store;Net\nDeezer;(3.10)\n', { net: '-3.10' }],
    ['the world', 'Store;Territory;Net\nDeezer;Worldwide;1\n', { territory: 'WW' }],
    ['ad-funded streams', 'Store;Sale Type;Net\nYouTube;Ad-supported stream;1\n', { useType: 'stream_ad' }],
  ])('knows %s', (_name, text, expected) => {
    expect(fromRoyaltyCsv(text, options).lines).toMatchObject([expected]);
  });

  it('reads decimal commas where it is told to', () => {
    const text = 'Store;Quantity;Net\nDeezer;1.204;1.203,10\n';
    expect(fromRoyaltyCsv(text, { ...options, decimal: ',' }).lines).toMatchObject([
      { quantity: 1204, net: '1203.10' },
    ]);
  });

  it('takes the names of columns that it does not know', () => {
    const text = 'Shop,My share\nQobuz,2.00\n';
    expect(fromRoyaltyCsv(text, { ...options, columns: { dsp: 'Shop', net: 'My share' } }).lines).toMatchObject([
      { dsp: 'Qobuz', net: '2.00' },
    ]);
  });

  it('names the columns that are missing', () => {
    expect(() => fromRoyaltyCsv('Song,Plays\nAube,3\n', options)).toThrow(
      expect.objectContaining({
        code: 'ERR_INPUT_INVALID',
        issues: [expect.objectContaining({ path: 'header.dsp' }), expect.objectContaining({ path: 'header.net' })],
      }),
    );
  });

  it('wants a text', () => {
    expect(() => fromRoyaltyCsv(undefined as unknown as string, options)).toThrow(TypeError);
  });

  it('leaves cells that are wrong to the formatter, which refuses them or leaves their rows out', () => {
    const text = 'Store,Territory,Quantity,Net\nSpotify,FR,12,\nSpotify,FR,BPM110KeyA,1.00\nDeezer,FR,3,0.02\n';
    const statement = fromRoyaltyCsv(text, options);
    expect(revenueReport.tryFormat(statement)).toMatchObject({
      ok: false,
      error: {
        issues: [
          { path: 'lines.0.net', received: '' },
          { path: 'lines.1.quantity', received: 'BPM110KeyA' },
        ],
      },
    });
    const { payload } = revenueReport.format(statement, { mode: 'lenient' });
    expect(payload.omitted).toEqual({ rows: 2, of: 3 });
  });

  it('reads a line with broken quotes by itself and says which it was', () => {
    const diagnostics: Diagnostic[] = [];
    const text = 'Store,Title,Net\nSpotify,"Aube,1.00\nDeezer,"Nuit, de sel",2.00\nTidal,a"b,3.00\n';
    const { lines } = fromRoyaltyCsv(text, options, diagnostics);
    expect(lines.map(({ dsp, title, net }) => [dsp, title, net])).toEqual([
      ['Spotify', '"Aube', '1.00'],
      ['Deezer', 'Nuit, de sel', '2.00'],
      ['Tidal', 'a"b', '3.00'],
    ]);
    expect(diagnostics).toMatchObject([{ code: 'normalized', path: 'lines.2' }]);
  });
});

describe('delimited text', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b,c;d', ';'],
    ['"a,b,c,d"\tb', '\t'],
    ['alone', '\t'],
  ])('parts the cells of `%s`', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it.each(['a,b\r\n1,2\r\n', '\ufeffa,b\n1,2', 'a,b\n\n1,2\n\n'])('ends lines in any way: %j', (text) => {
    expect(readDelimited(text, ',', () => undefined).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads back what RFC 4180 writes, whatever the cells', () => {
    const cell = fc.string({ maxLength: 12 });
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(rows, (given) => {
        const text = given.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        let broken = 0;
        const read = readDelimited(text, ',', () => {
          broken += 1;
        });
        expect(read.map(({ cells }) => cells)).toEqual(given);
        expect(broken).toBe(0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('ends, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' '), maxLength: 60 }), (text) => {
        const read = readDelimited(text, ',', () => undefined);
        expect(read.length).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: runs(500) },
    );
  });
});
