import { createHash } from 'node:crypto';
import { decode, encode } from 'cbor-x';
import { describe, expect, it } from 'vitest';
import { type Dictionary, decompress, type Encoding } from '../../src/codec/compress.js';
import { createFormatters } from '../../src/index.js';
import type { TenantConfig } from '../../src/tenant/config.js';

const dictionary: Dictionary = { id: 'plays-1', bytes: Buffer.from('{"plays":,"title":"","artist":"Daft Punk"') };
const data = {
  plays: 3,
  rows: Array.from({ length: 50 }, (_, index) => ({ title: `Überall ${index}`, artist: 'Daft Punk' })),
};
const event = { source: '/ledger', type: 'track.played', data };

type Read = { bytes: Buffer; encoding: unknown; dictionary: unknown };

const create = (channels: TenantConfig['channels'] = {}) =>
  createFormatters({ tenantId: 'label_42', channels: { ...channels, kafka: { topic: 'plays', ...channels.kafka } } });

const structured = (text: string): Read => {
  const read = JSON.parse(text) as Record<string, unknown>;
  return {
    bytes: Buffer.from(String(read['data_base64']), 'base64'),
    encoding: read['contentencoding'],
    dictionary: read['dictionary'],
  };
};

type Extended = { data: string | Uint8Array; extensions: Record<string, unknown> };
const extended = ({ data: sent, extensions }: Extended): Read => ({
  bytes: typeof sent === 'string' ? Buffer.from(sent, 'base64') : Buffer.from(sent),
  encoding: extensions['contentencoding'],
  dictionary: extensions['dictionary'],
});

type Options = { compression: 'auto' | 'gzip' | 'deflate'; dictionary?: Dictionary };

/** How a reader of each transport finds what `decompress` needs. */
const readers: readonly (readonly [string, (options: Options) => Read])[] = [
  [
    'a Kafka record',
    (options) => {
      const [message] = create().kafka.format(event, options).payload.messages;
      const { ce_contentencoding, ce_dictionary } = message?.headers ?? {};
      return {
        bytes: message?.value ?? Buffer.alloc(0),
        encoding: ce_contentencoding?.toString(),
        dictionary: ce_dictionary?.toString(),
      };
    },
  ],
  [
    'a structured Kafka record',
    (options) => {
      const [message] = create({ kafka: { mode: 'structured', ...options } }).kafka.format(event).payload.messages;
      return structured(String(message?.value));
    },
  ],
  [
    'a message of MQTT 5',
    (options) => {
      const { payload } = create().mqtt.format(event, options);
      const { userProperties, payloadFormatIndicator } = payload.options.properties ?? {};
      expect(payloadFormatIndicator).toBeUndefined();
      return {
        bytes: payload.payload,
        encoding: userProperties?.['contentencoding'],
        dictionary: userProperties?.['dictionary'],
      };
    },
  ],
  [
    'a message of MQTT 3.1.1',
    (options) =>
      structured(
        create({ mqtt: { version: '3.1.1', ...options } })
          .mqtt.format(event)
          .payload.payload.toString(),
      ),
  ],
  [
    'a server-sent event',
    (options) => {
      const frame = create().sse.format(event, options).payload;
      return structured(/^data: (.*)$/m.exec(frame)?.[1] ?? '');
    },
  ],
  [
    'a WebSocket message',
    (options) => {
      const { payload } = create().websocket.format(event, options);
      expect(payload.options).toEqual({ binary: false, compress: false });
      return extended(JSON.parse(String(payload.data)) as Extended);
    },
  ],
  [
    'a WebSocket message of a codec',
    (options) => {
      const codec = { name: 'cbor', encode };
      return extended(
        decode(create({ websocket: { codec, ...options } }).websocket.format(event).payload.data as Buffer) as Extended,
      );
    },
  ],
  [
    'a notification of JSON-RPC',
    (options) => {
      const { data: text } = create({ websocket: { profile: 'jsonrpc' } }).websocket.format(event, options).payload;
      return extended((JSON.parse(String(text)) as { params: Extended }).params);
    },
  ],
];

describe.each(readers)('%s', (_what, read) => {
  it.each<[string, Options, Encoding, string | undefined]>([
    ['gzip', { compression: 'gzip' }, 'gzip', undefined],
    ['gzip where no dictionary is at hand', { compression: 'auto' }, 'gzip', undefined],
    ['deflate', { compression: 'deflate' }, 'deflate', undefined],
    ['deflate with a dictionary', { compression: 'auto', dictionary }, 'deflate', 'plays-1'],
  ])('is compressed with %s and says how to read it', (_name, options, encoding, named) => {
    const found = read(options);
    expect([found.encoding, found.dictionary]).toEqual([encoding, named]);
    const known = named === undefined ? {} : { dictionary };
    expect(JSON.parse(decompress(found.bytes, { encoding, maxBytes: 100_000, ...known }).toString())).toEqual(data);
  });
});

describe('an event stays as it is', () => {
  const kafka = (input: object, options: object) => create().kafka.format({ ...event, ...input }, options).payload;
  it.each<[string, object, object]>([
    ['where it does not pay', { data: { plays: 3 } }, {}],
    ['without data', { data: undefined }, {}],
    ['where its producer encoded it', { extensions: { contentencoding: 'br' } }, {}],
    ['where nobody asks', {}, { compression: 'none' }],
    ['where its bytes follow a schema', { data: Buffer.alloc(1000) }, { schemaId: 7 }],
  ])('%s', (_what, input, options) => {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const without = 'data' in input && input.data === undefined ? { data: null } : given;
    expect(kafka(without, { compression: 'auto', ...options })).toEqual(
      kafka(without, { ...options, compression: 'none' }),
    );
  });

  it('as a result of GraphQL, whose fields readers asked for', () => {
    const { websocket } = create({ websocket: { profile: 'graphql-transport-ws' } });
    const { data: text } = websocket.format(event, { subscriptionId: 's1', compression: 'gzip' }).payload;
    expect(JSON.parse(String(text))).toMatchObject({ payload: { data } });
  });

  it('with the id that it has uncompressed', () => {
    const idOf = (options: object) =>
      create().kafka.format(event, options).payload.messages[0]?.headers['ce_id']?.toString();
    expect(idOf({ compression: 'gzip' })).toBe(idOf({}));
  });
});

describe('data that are too large even so', () => {
  it('are referred to by the digest of what they are uncompressed, which is what gets stored', () => {
    const rows = Array.from({ length: 400 }, (_, index) => createHash('sha256').update(String(index)).digest('base64'));
    const dataref = (sha256: string): string => `https://objects.example.com/${sha256}`;
    const { kafka } = create({ kafka: { maxRecordBytes: 4096, dataref, compression: 'gzip' } });
    const headers: Record<string, Buffer> = kafka.format({ ...event, data: rows }).payload.messages[0]?.headers ?? {};
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    expect(headers['ce_dataref']?.toString()).toBe(dataref(sha256));
    expect(headers).not.toHaveProperty('ce_contentencoding');
  });
});

describe('compression is refused', () => {
  it.each<[string, object, string]>([
    ['with an encoding that is none', { compression: 'brotli' }, 'compression'],
    ['with a dictionary that is none', { compression: 'auto', dictionary: 'slack-1' }, 'dictionary'],
    ['with an empty dictionary', { dictionary: { id: 'x', bytes: new Uint8Array(0) } }, 'dictionary'],
    ['with a dictionary that is too large', { dictionary: { id: 'x', bytes: new Uint8Array(40_000) } }, 'dictionary'],
  ])('%s', (_what, options, path) => {
    for (const id of ['kafka', 'mqtt', 'sse', 'websocket'] as const) {
      const refused = { ok: false, error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path }] } };
      expect(create()[id].tryFormat(event, options as never)).toMatchObject(refused);
      const channels = { [id]: options } as TenantConfig['channels'];
      const where = `channels.${id}.${path}`;
      expect(() => create(channels)[id].tryFormat(event)).toThrow(where);
    }
  });

  it('where server-sent events have no place to name it', () => {
    const { sse } = create({ sse: { mode: 'data' } });
    expect(sse.tryFormat(event, { compression: 'gzip' })).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'compression' }] },
    });
    expect(sse.tryFormat(event, { compression: 'none' }).ok).toBe(true);
    expect(() => create({ sse: { mode: 'data', compression: 'gzip' } }).sse).toThrow('channels.sse.compression');
  });
});
