/** Event streams as a browser and two readers for Node understand them: all three alike. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventSource } from 'eventsource';
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sseComment } from '../../src/formatters/sse.js';
import { slack1 } from '../../src/generated/dictionaries/slack-1.js';
import { createFormatters } from '../../src/index.js';
import { events } from '../contract/events.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';
import { isRequired } from '../support/stream-consumers.js';

type Received = { readonly type: string; readonly id: string; readonly data: string };

const { sse } = createFormatters({ tenantId: 'label_42' });
const { sse: bare } = createFormatters({ tenantId: 'label_42', channels: { sse: { mode: 'data' } } });

const breaking = [
  'a\nb\rc\r\nd',
  '\n\ndata: forged\n\n',
  'id: 7\nevent: x\nretry: 1',
  ': comment',
  ' leading blank',
  '\ufeffdata',
  '\u2028\u0085\u0000',
  '',
  'ميلودي 🎵',
];
const texts = [
  ...breaking,
  ...(hasInjectionSamples ? injectionSamples.map(([, sample]) => sample).filter(({ length }) => length < 5000) : []),
].map((text) => text.toWellFormed());

const text = (data: string) => ({ source: '/x', type: 'text', datacontenttype: 'text/plain', data });
const names = ['message', 'played', 'トラック'];

/** Frames, and what a reader has to make of them. */
const sent = [
  ...events.map((event) => sse.format(event).payload),
  ...events.map(
    (event) => sse.format(event, { event: 'played', retryMs: 1000, compression: 'auto', dictionary: slack1 }).payload,
  ),
  ...texts.flatMap((each) => [sse.format(text(each)).payload, bare.format(text(each), { event: 'トラック' }).payload]),
  sseComment('keep-alive\ndata: forged\n\n'),
  sse.format({ source: '/x', type: 'end' }, { event: 'end' }).payload,
];

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/stream') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>reader</title>');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    for (const frame of sent) response.write(frame);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What the parser makes of the stream, whole and in pieces of one byte alike. */
function parse(pieces: readonly string[]): Received[] {
  const received: Received[] = [];
  const parser = createParser({
    onEvent: ({ id = '', event = 'message', data }) => received.push({ type: event, id, data }),
  });
  for (const piece of pieces) parser.feed(piece);
  return received.filter(({ type }) => type !== 'end');
}

const parsed = parse([sent.join('')]);

it('are parsed into the events that were sent, in whatever pieces they come', () => {
  expect(parsed.length).toBe(sent.length - 2);
  expect(parse([...sent.join('')])).toEqual(parsed);
  const plain = parsed.slice(events.length * 2);
  for (const [index, each] of texts.entries()) {
    expect(JSON.parse(plain[index * 2]?.data ?? '')).toMatchObject({ data: each, tenantid: 'label_42' });
    expect(plain[index * 2 + 1]).toMatchObject({ type: 'トラック', data: each.replace(/\r\n?/g, '\n') });
  }
});

it('are read by eventsource in Node as they are parsed', async () => {
  const received: Received[] = [];
  const source = new EventSource(`${origin}/stream`);
  await new Promise<void>((resolve, reject) => {
    const take = (event: MessageEvent): void => {
      received.push({ type: event.type, id: event.lastEventId, data: String(event.data) });
    };
    for (const name of names) source.addEventListener(name, take);
    source.addEventListener('end', () => resolve());
    source.addEventListener('error', () => reject(new Error('the stream ended')));
  }).finally(() => source.close());
  expect(received).toEqual(parsed);
});

it.skipIf(!hasChromium && !isRequired)(
  'are read by Chromium as they are parsed (apt-get install chromium)',
  async () => {
    const browser: Browser = await openChromium(async (route) => {
      await (route.request().url().startsWith(origin) ? route.continue() : route.abort());
    });
    try {
      const page = await browser.context.newPage();
      await page.goto(origin);
      const received = await page.evaluate(
        (listened) =>
          new Promise<Received[]>((resolve, reject) => {
            const list: Received[] = [];
            const source = new globalThis.EventSource('/stream');
            const take = (event: MessageEvent): void => {
              list.push({ type: event.type, id: event.lastEventId, data: event.data as string });
            };
            for (const name of listened) source.addEventListener(name, take as (event: Event) => void);
            source.addEventListener('end', () => {
              source.close();
              resolve(list);
            });
            source.onerror = () => reject(new Error('the stream ended'));
          }),
        names,
      );
      expect(received).toEqual(parsed);
    } finally {
      await browser.close();
    }
  },
);
