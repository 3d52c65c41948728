/** WebSocket messages as clients that nobody here wrote read them: ws, a browser, graphql-ws and Socket.IO. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode, encode } from 'cbor-x';
import { createClient } from 'graphql-ws';
import { pack, unpack } from 'msgpackr';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import {
  graphqlCompleteMessage,
  graphqlErrorMessage,
  joinParts,
  type WebSocketMessage,
  WebSocketMessageFormatter,
  type WebSocketTenantOptions,
} from '../../src/formatters/websocket.js';
import { en } from '../../src/generated/locales/en.js';
import { events } from '../contract/events.js';
import { hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/stream-consumers.js';

const create = (websocket: WebSocketTenantOptions = {}) =>
  new WebSocketMessageFormatter({ tenantId: 'label_42', locales: [en], channels: { websocket } });

const send = (socket: WebSocket, { data, options }: WebSocketMessage): void => socket.send(data, options);

let server: Server | undefined;
let sockets: WebSocketServer | undefined;

/** Starts a server that answers each connection, and has a page for browsers: one of another host may not connect to it. */
async function serve(answer: (socket: WebSocket) => void, protocol?: string): Promise<string> {
  const http = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  const options = { server: http, perMessageDeflate: true };
  sockets = new WebSocketServer({ ...options, ...(protocol !== undefined && { handleProtocols: () => protocol }) });
  sockets.on('connection', answer);
  server = http;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const socket of sockets?.clients ?? []) socket.terminate();
  sockets?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
});

const bytes = { source: '/x', type: 'bytes', data: new Uint8Array([0, 128, 255]) };
const long = { source: '/x', type: 'long', data: 'ميلودي 🎵 "'.repeat(400) };

const text = create({ maxMessageBytes: 2048 });
const messagePack = create({ codec: { name: 'msgpack', encode: pack } });
const cbor = create({ codec: { name: 'cbor', encode }, maxMessageBytes: 2048 });

/** Text, then MessagePack, then CBOR, then large ones in parts. */
const sent: readonly WebSocketMessage[] = [
  ...[...events, bytes].map((event, seq) => text.format(event, { seq }).payload),
  ...[...events, bytes].map((event) => messagePack.format(event).payload),
  ...[text, cbor].flatMap((formatter) => {
    const { payload, followUps } = formatter.format(long);
    return [payload, ...followUps];
  }),
];

type Frame = string | readonly number[];

/** Frames in a form that can leave a browser: text, or bytes as numbers. */
const asFrames = (messages: readonly WebSocketMessage[]): Frame[] =>
  messages.map(({ data }) => (typeof data === 'string' ? data : [...data]));

const sendAll = (socket: WebSocket): void => {
  for (const message of sent) send(socket, message);
  socket.close(1000);
};

describe('messages', () => {
  it('are read by ws as they were sent, and mean what was meant', async () => {
    const url = await serve(sendAll);
    const frames: (string | Buffer)[] = [];
    const client = new WebSocket(url);
    client.on('message', (data: Buffer, isBinary) => frames.push(isBinary ? data : data.toString('utf8')));
    await new Promise((resolve) => client.once('close', resolve));
    expect(frames).toEqual(sent.map(({ data }) => data));
    expect(frames.map((frame) => Buffer.byteLength(frame))).toEqual(sent.map(({ byteLength }) => byteLength));
    const count = events.length + 1;
    const read = frames.slice(0, count).map((frame) => JSON.parse(String(frame)) as { seq: number; data?: unknown });
    expect(read.map(({ seq }) => seq)).toEqual(read.map((_, index) => index));
    for (const [index, { data }] of events.entries()) expect(read[index]?.data).toEqual(data);
    expect((unpack(frames[2 * count - 1] as Buffer) as { data: Buffer }).data).toEqual(Buffer.from(bytes.data));
    const parts = frames.slice(2 * count);
    const asText = joinParts(parts.filter((part) => typeof part === 'string').map((part) => JSON.parse(part)));
    expect(JSON.parse(String(asText))).toMatchObject({ type: 'long', data: long.data });
    const asBytes = joinParts(parts.filter((part) => typeof part !== 'string').map((part) => decode(part)));
    expect(decode(asBytes as Buffer)).toMatchObject({ type: 'long', data: long.data });
  });

  it.skipIf(!hasChromium && !isRequired)(
    'are read by Chromium as they were sent (apt-get install chromium)',
    async () => {
      const url = await serve(sendAll);
      const browser = await openChromium((route) => route.continue());
      try {
        const page = await browser.context.newPage();
        await page.goto(url.replace('ws:', 'http:'));
        const frames = await page.evaluate(
          (address) =>
            new Promise<Frame[]>((resolve, reject) => {
              const list: Frame[] = [];
              const client = new globalThis.WebSocket(address);
              client.binaryType = 'arraybuffer';
              client.onmessage = ({ data }) => {
                list.push(typeof data === 'string' ? data : [...new Uint8Array(data as ArrayBuffer)]);
              };
              client.onerror = () => reject(new Error('no connection'));
              client.onclose = () => resolve(list);
            }),
          url,
        );
        expect(frames).toEqual(asFrames(sent));
      } finally {
        await browser.close();
      }
    },
  );
});

describe('a subscription of graphql-transport-ws', () => {
  const formatter = create({ profile: 'graphql-transport-ws' });
  const results = [{ plays: { count: 3, title: 'Überall "x"' } }, { plays: null }];

  /** Answers a subscription with results, then with `end`. */
  const subscribe = (end: (id: string) => string) =>
    serve((socket) => {
      socket.on('message', (data: Buffer) => {
        const { type, id } = JSON.parse(data.toString()) as { type: string; id: string };
        if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
        if (type !== 'subscribe') return;
        for (const result of results) {
          send(socket, formatter.format({ source: '/x', type: 'plays', data: result }, { subscriptionId: id }).payload);
        }
        socket.send(end(id));
      });
    }, 'graphql-transport-ws');

  /** What graphql-ws hands on. */
  async function read(url: string): Promise<{ values: unknown[]; error?: unknown }> {
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    const values: unknown[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        client.subscribe(
          { query: 'subscription { plays { count title } }' },
          { next: (value) => values.push(value), error: reject, complete: resolve },
        );
      });
      return { values };
    } catch (error) {
      return { values, error };
    } finally {
      await client.dispose();
    }
  }

  const expected = results.map((data) => ({
    data,
    extensions: { event: expect.objectContaining({ type: 'plays', tenant: 'label_42' }) },
  }));

  it('gives graphql-ws its results and its end', async () => {
    const { values, error } = await read(await subscribe(graphqlCompleteMessage));
    expect(error).toBeUndefined();
    expect(values).toEqual(expected);
  });

  it('gives graphql-ws its errors', async () => {
    const { values, error } = await read(await subscribe((id) => graphqlErrorMessage(id, [{ message: 'gone' }])));
    expect(values).toEqual(expected);
    expect(error).toEqual([{ message: 'gone' }]);
  });
});

describe('a client of Socket.IO', () => {
  const formatter = create({ profile: 'socket.io' });
  const open = JSON.stringify({
    sid: 's',
    upgrades: [],
    pingInterval: 25_000,
    pingTimeout: 20_000,
    maxPayload: 1_000_000,
  });

  it.each(['/', '/artists'])('gets events in namespace %s, and answers them', async (namespace) => {
    const answers: string[] = [];
    const prefix = namespace === '/' ? '' : `${namespace},`;
    const url = await serve((socket) => {
      socket.send(`0${open}`);
      socket.on('message', (data: Buffer) => {
        const packet = data.toString();
        if (packet.startsWith('43')) answers.push(packet);
        if (!packet.startsWith('40')) return;
        socket.send(`40${prefix}{"sid":"t"}`);
        for (const event of [...events, bytes]) {
          send(socket, formatter.format(event, { namespace, event: 'played', ackId: 12 }).payload);
        }
      });
    });
    const client = io(`${url.replace('ws:', 'http:')}${namespace}`, { transports: ['websocket'], reconnection: false });
    const received: { type: string; data?: unknown; encoding?: string }[] = [];
    await new Promise<void>((resolve, reject) => {
      client.on('connect_error', reject);
      client.on('played', (message, answer: (text: string) => void) => {
        received.push(message);
        answer('seen');
        if (received.length > events.length) resolve();
      });
    });
    await expect.poll(() => answers).toEqual(received.map(() => `43${prefix}12["seen"]`));
    client.disconnect();
    expect(received.map(({ type }) => type)).toEqual([...events, bytes].map(({ type }) => type));
    expect(received[0]?.data).toEqual(events[0]?.data);
    expect(received.at(-1)).toMatchObject({ encoding: 'base64', data: 'AID/' });
  });
});
