import { decode, encode } from 'cbor-x';
import fc from 'fast-check';
import { pack, unpack } from 'msgpackr';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src/envelope/envelope.js';
import { isFormatError } from '../../../src/kernel/errors.js';
import { runs } from '../../support/runs.js';
import { createWebSocket, played } from './format.js';

const read = (data: string | Buffer): unknown => JSON.parse(String(data));

describe('a message', () => {
  it('says everything that the event says', () => {
    const event: Envelope = {
      id: 'play-7',
      source: '/ledger/eu',
      type: 'track.played',
      subject: 'track/7',
      time: '2026-11-20T10:00:00.25+01:00',
      datacontenttype: 'application/vnd.plays+json',
      dataschema: 'https://schemas.example.com/plays/1',
      extensions: { shard: 3, final: true },
      data: { plays: 3 },
    };
    const { payload, followUps, diagnostics } = createWebSocket().format(event, { channel: 'plays', seq: 7 });
    expect(read(payload.data)).toEqual({
      v: 1,
      type: 'track.played',
      id: 'play-7',
      channel: 'plays',
      seq: 7,
      ts: Date.UTC(2026, 10, 20, 9, 0, 0, 250),
      tenant: 'label_42',
      source: '/ledger/eu',
      subject: 'track/7',
      schema: 'https://schemas.example.com/plays/1',
      contentType: 'application/vnd.plays+json',
      extensions: { final: true, shard: 3 },
      data: { plays: 3 },
    });
    expect({ followUps, diagnostics }).toEqual({ followUps: [], diagnostics: [] });
  });

  it('goes into `ws.send` and tells a queue what it needs', () => {
    const { payload } = createWebSocket().format(
      { ...played, data: 'Überall 🎵' },
      { coalesceKey: 'track-7', priority: 'high', droppable: true },
    );
    expect(payload).toEqual({
      data: payload.data,
      options: { binary: false, compress: true },
      byteLength: Buffer.byteLength(payload.data),
      priority: 'high',
      coalesceKey: '["label_42","track.played","track-7"]',
      droppable: true,
    });
  });

  it('has the time of the event, else that of the call, else none', () => {
    const now = 1_795_000_000_000;
    const tsOf = (websocket: ReturnType<typeof createWebSocket>, event: Envelope, options = {}) =>
      (read(websocket.format(event, options).payload.data) as { ts?: number }).ts;
    expect(tsOf(createWebSocket(), played)).toBeUndefined();
    expect(tsOf(createWebSocket(), played, { now })).toBe(now);
    expect(tsOf(createWebSocket({}, { clock: () => now }), played)).toBe(now);
    expect(tsOf(createWebSocket({}, { clock: () => now }), { ...played, time: 5 })).toBe(5);
  });

  it('holds bytes as base64, and says so', () => {
    const { payload } = createWebSocket().format({ ...played, data: new Uint8Array([0, 255]) });
    expect(read(payload.data)).toMatchObject({
      encoding: 'base64',
      data: 'AP8=',
      contentType: 'application/octet-stream',
    });
  });

  it('is read back as it was meant, whatever the data, and never as another tenant or kind', () => {
    const websocket = createWebSocket();
    const texts = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());
    const json = fc.jsonValue({ stringUnit: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(json, texts, fc.constant({ tenant: 'x', part: 1, ack: {} })), (data) => {
        const { payload } = websocket.format({ ...played, data });
        const message = read(payload.data) as Record<string, unknown>;
        expect(message['data']).toEqual(JSON.parse(JSON.stringify(data)));
        expect(Object.keys(message)).toEqual(['v', 'type', 'id', 'channel', 'tenant', 'source', 'data']);
        expect(message['tenant']).toBe('label_42');
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a codec', () => {
  it.each([
    ['msgpack', { name: 'msgpack', encode: pack }, unpack],
    ['cbor', { name: 'cbor', encode }, decode],
  ])('writes %s, bytes as bytes', (_name, codec, readBack) => {
    const websocket = createWebSocket({ codec });
    const { payload } = websocket.format({ ...played, data: { plays: 3, title: 'ميلودي' } }, { seq: 1 });
    expect(payload.options.binary).toBe(true);
    expect(payload.byteLength).toBe(payload.data.length);
    expect(readBack(payload.data as Buffer)).toMatchObject({ v: 1, seq: 1, data: { plays: 3, title: 'ميلودي' } });
    const bytes = websocket.format({ ...played, data: new Uint8Array([0, 255]) }).payload.data as Buffer;
    const message = readBack(bytes) as { data: Uint8Array; encoding?: string };
    expect([...message.data]).toEqual([0, 255]);
    expect(message.encoding).toBeUndefined();
  });

  it('may use its buffer again', () => {
    const shared = Buffer.alloc(4);
    const websocket = createWebSocket({ codec: { name: 'shared', encode: () => shared } });
    const { data } = websocket.format(played).payload;
    shared.fill(7);
    expect([...(data as Buffer)]).toEqual([0, 0, 0, 0]);
  });

  it('that returns something else is a defect of it', () => {
    const codec = { name: 'broken', encode: () => 'text' as unknown as Uint8Array };
    const result = createWebSocket({ codec }).tryFormat(played);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INTERNAL' } });
  });

  it.each<[string, object, string]>([
    ['without a function', { codec: { name: 'x' } }, 'channels.websocket.codec'],
    [
      'beside a protocol of text',
      { codec: { name: 'x', encode: pack }, profile: 'jsonrpc' },
      'channels.websocket.codec',
    ],
    ['for a size that is none', { maxMessageBytes: 5 }, 'channels.websocket.maxMessageBytes'],
    ['for a profile that is none', { profile: 'wamp' }, 'channels.websocket.profile'],
  ])('is refused %s', (_what, options, path) => {
    let error: unknown;
    try {
      createWebSocket(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(isFormatError(error, 'ERR_CONFIG_INVALID') && error.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe('numbers', () => {
  const seqsOf = (results: ReturnType<ReturnType<typeof createWebSocket>['formatMany']>) =>
    results.map((result) =>
      result.ok ? (read(result.value.payload.data) as { seq?: number }).seq : result.error.code,
    );

  it('count on from the first, and what fails takes none', () => {
    const results = createWebSocket().formatMany([played, null, played, played], { seq: 41 });
    expect(seqsOf(results)).toEqual([41, 'ERR_INPUT_INVALID', 42, 43]);
  });

  it('increase without a gap, whatever fails', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.nat(2 ** 40), (good, seq) => {
        const results = createWebSocket().formatMany(
          good.map((isGood) => (isGood ? played : { ...played, type: '' })),
          { seq },
        );
        const numbers = seqsOf(results).filter((each) => typeof each === 'number');
        expect(numbers).toEqual(numbers.map((_, index) => seq + index));
        expect(numbers.length).toBe(good.filter(Boolean).length);
      }),
      { numRuns: runs(100) },
    );
  });

  it('come from a function across batches', () => {
    let next = 5;
    const options = { seq: () => next++ };
    const websocket = createWebSocket();
    expect(seqsOf(websocket.formatMany([played, played], options))).toEqual([5, 6]);
    expect(seqsOf(websocket.formatMany([played], options))).toEqual([7]);
  });

  it('that are none are refused', () => {
    for (const seq of [-1, 1.5, Number.NaN, () => -1, () => Number.NaN]) {
      expect(createWebSocket().formatMany([played], { seq })).toMatchObject([
        { ok: false, error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'seq' }] } },
      ]);
    }
  });

  it('do not hide that the inputs failed', () => {
    const failing = function* () {
      yield played;
      throw new RangeError('no more');
    };
    expect(createWebSocket().formatMany(failing(), { seq: 1 })).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'ERR_INTERNAL', cause: { message: 'no more' } } },
    ]);
    expect(() => createWebSocket().formatMany(null as never, { seq: 1 })).toThrow(TypeError);
  });
});
