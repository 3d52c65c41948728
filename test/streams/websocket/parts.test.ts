import { decode, encode as encodeCbor } from 'cbor-x';
import fc from 'fast-check';
import { pack, unpack } from 'msgpackr';
import { describe, expect, it } from 'vitest';
import { isPartMessage, joinParts, type WebSocketMessage } from '../../../src/formatters/websocket.js';
import { runs } from '../../support/runs.js';
import { createWebSocket, played } from './format.js';

const maxMessageBytes = 1024;
const codec = { name: 'msgpack', encode: pack };
const long = { ...played, data: { title: 'ميلودي 🎵 "quoted"\n'.repeat(300) } };

const all = (formatted: { payload: WebSocketMessage; followUps: WebSocketMessage[] }) => [
  formatted.payload,
  ...formatted.followUps,
];

describe('a message that is too large', () => {
  it('comes in parts that fit, and is whole again', () => {
    const formatted = createWebSocket({ maxMessageBytes }).format(long, { seq: 3, droppable: true, coalesceKey: 'k' });
    const parts = all(formatted);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(part.byteLength).toBeLessThanOrEqual(maxMessageBytes);
      expect(part.byteLength).toBe(Buffer.byteLength(part.data));
      expect(part).not.toHaveProperty('coalesceKey');
      expect(part.droppable).toBe(false);
    }
    expect(formatted.diagnostics).toMatchObject([
      { code: 'split', path: 'data', limit: maxMessageBytes, unit: 'byte' },
    ]);
    const read = parts.map(({ data }) => JSON.parse(String(data)) as { seq: number });
    expect(read.every(isPartMessage)).toBe(true);
    expect(new Set(read.map(({ seq }) => seq))).toEqual(new Set([3]));
    expect(joinParts(read.reverse())).toBe(String(createWebSocket().format(long, { seq: 3 }).payload.data));
  });

  it('comes in parts of bytes from a codec', () => {
    const parts = all(createWebSocket({ maxMessageBytes, codec }).format(long)).map(({ data }) =>
      unpack(data as Buffer),
    );
    expect(parts.length).toBeGreaterThan(3);
    const whole = joinParts(parts);
    expect(unpack(whole as Buffer)).toMatchObject({ type: 'track.played', data: long.data });
  });

  it('is the sum of its parts, whatever its size', () => {
    const sizes = fc.integer({ min: 0, max: 6000 });
    fc.assert(
      fc.property(sizes, fc.string({ unit: 'binary', maxLength: 20 }), fc.boolean(), (size, text, isBinary) => {
        const encode = { name: 'cbor', encode: encodeCbor };
        const options = isBinary ? { codec: encode } : {};
        const event = { ...played, data: `${text.toWellFormed()}${'a'.repeat(size)}` };
        const whole = createWebSocket(options).format(event).payload.data;
        const parts = all(createWebSocket({ ...options, maxMessageBytes }).format(event));
        for (const part of parts) expect(part.byteLength).toBeLessThanOrEqual(maxMessageBytes);
        const read = isBinary ? decode : (data: Buffer) => JSON.parse(data.toString()) as unknown;
        const joined =
          parts.length === 1 ? parts[0]?.data : joinParts(parts.map(({ data }) => read(Buffer.from(data))));
        expect(Buffer.from(joined ?? '').equals(Buffer.from(whole))).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each<[string, object, object]>([
    ['the caller wants none', {}, { overflow: 'error' }],
    ['a cut message would be none', {}, { overflow: 'truncate' }],
    ['the protocol knows none', { profile: 'jsonrpc' }, {}],
    ['their heads alone are too large', {}, { channel: 'ä'.repeat(600) }],
  ])('is refused where %s', (_what, options, call) => {
    const result = createWebSocket({ maxMessageBytes, ...options }).tryFormat(long, call);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_LIMIT_EXCEEDED', limit: maxMessageBytes } });
  });
});

describe('parts are not joined when', () => {
  const [a = {}, b = {}, ...rest] = all(createWebSocket({ maxMessageBytes }).format(long)).map(
    ({ data }) => JSON.parse(String(data)) as Record<string, unknown>,
  );
  it.each<[string, unknown[]]>([
    ['there are none', []],
    ['one is missing', [a, ...rest]],
    ['one is doubled', [a, a, ...rest]],
    ['one is of another message', [a, { ...b, of: 'x' }, ...rest]],
    ['one is damaged', [a, { ...b, data: 'AAAA' }, ...rest]],
    ['one is none', [a, b, ...rest, { v: 1, type: 'x' }]],
    ['one is nothing', [null]],
    ['a number is beyond the last', [{ ...a, part: 99 }]],
  ])('%s', (_what, parts) => {
    expect(() => joinParts(parts)).toThrow(expect.objectContaining({ code: 'ERR_INPUT_INVALID' }));
  });
});
