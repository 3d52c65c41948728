import { validateMessage } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import { graphqlCompleteMessage, graphqlErrorMessage } from '../../../src/formatters/websocket.js';
import { createWebSocket, played } from './format.js';

describe('a notification of JSON-RPC', () => {
  const websocket = createWebSocket({ profile: 'jsonrpc' });

  it('has no id, so that nobody answers', () => {
    const { data } = websocket.format(played, { seq: 1 }).payload;
    const request = JSON.parse(String(data)) as Record<string, unknown>;
    expect(Object.keys(request)).toEqual(['jsonrpc', 'method', 'params']);
    expect(request).toMatchObject({ jsonrpc: '2.0', method: 'track.played', params: { seq: 1, data: { plays: 3 } } });
  });

  it('is no method of the protocol', () => {
    const event = { ...played, type: 'rpc.discover' };
    expect(websocket.tryFormat(event)).toMatchObject({ ok: false, error: { issues: [{ path: 'type' }] } });
    expect(websocket.schema.safeParse(event).success).toBe(false);
  });
});

describe('a result of graphql-transport-ws', () => {
  const websocket = createWebSocket({ profile: 'graphql-transport-ws' });

  it('is what graphql-ws accepts', () => {
    const message = JSON.parse(String(websocket.format(played, { subscriptionId: 's"1' }).payload.data));
    expect(validateMessage(message)).toMatchObject({
      id: 's"1',
      type: 'next',
      payload: { data: { plays: 3 }, extensions: { event: { type: 'track.played', tenant: 'label_42' } } },
    });
  });

  it('ends, or ends with errors', () => {
    expect(validateMessage(JSON.parse(graphqlCompleteMessage('s1')))).toEqual({ id: 's1', type: 'complete' });
    const error = JSON.parse(graphqlErrorMessage('s1', [{ message: 'gone', path: ['plays', 0] }]));
    expect(validateMessage(error)).toEqual(error);
    expect(() => graphqlErrorMessage('s1', [])).toThrow(TypeError);
  });

  it.each<[string, unknown]>([
    ['a list', [1]],
    ['a number', 1],
    ['bytes', new Uint8Array(1)],
  ])('is not %s', (_what, data) => {
    const result = websocket.tryFormat({ ...played, data }, { subscriptionId: 's1' });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID', issues: [{ path: 'data' }] } });
    expect(websocket.schema.safeParse({ ...played, data }).success).toBe(false);
  });

  it('needs the id of its subscription', () => {
    expect(websocket.tryFormat(played)).toMatchObject({ ok: false, error: { issues: [{ path: 'subscriptionId' }] } });
  });
});

/** The packet of an Engine.IO message, by the grammar of Socket.IO's protocol 5. */
function decode(frame: string): object {
  const [, type, nsp = '/', id, json = ''] = /^4(\d)(?:(\/[^,]*),)?(\d+)?(\[.*)$/su.exec(frame) ?? [];
  return { type: Number(type), nsp, ...(id !== undefined && { id: Number(id) }), data: JSON.parse(json) as unknown };
}

describe('an event of Socket.IO', () => {
  const websocket = createWebSocket({ profile: 'socket.io' });

  it.each<[string, object, object]>([
    ['in the main namespace', {}, { type: 2, nsp: '/', data: ['message', { data: { plays: 3 } }] }],
    [
      'in another, with an answer asked for',
      { namespace: '/artists', event: 'played', ackId: 12 },
      { type: 2, nsp: '/artists', id: 12, data: ['played', { type: 'track.played' }] },
    ],
  ])('is decoded %s', (_what, options, packet) => {
    expect(decode(String(websocket.format(played, options).payload.data))).toMatchObject(packet);
  });

  it('holds bytes as base64, without attachments', () => {
    const frame = websocket.format({ ...played, data: new Uint8Array([0, 255]) }).payload.data;
    expect(decode(String(frame))).toMatchObject({ data: ['message', { encoding: 'base64', data: 'AP8=' }] });
  });

  it.each<[string, object, string]>([
    ['a namespace that ends early', { namespace: '/a,b' }, 'namespace'],
    ['a namespace with a query', { namespace: '/a?b' }, 'namespace'],
    ['a namespace without a slash', { namespace: 'a' }, 'namespace'],
    ['a name that clients keep', { event: 'disconnect' }, 'event'],
    ['a number that is none', { ackId: -1 }, 'ackId'],
    ['an option of another profile', { subscriptionId: 's1' }, 'subscriptionId'],
  ])('is refused with %s', (_what, options, path) => {
    expect(websocket.tryFormat(played, options)).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path }] },
    });
  });
});
