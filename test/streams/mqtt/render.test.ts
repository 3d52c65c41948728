import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src/envelope/envelope.js';
import { createFormatters } from '../../../src/index.js';
import { isFormatError } from '../../../src/kernel/errors.js';
import type { MqttTenantOptions } from '../../../src/tenant/mqtt-options.js';

const played: Envelope = { id: 'p1', source: '/ledger', type: 'track.played', subject: 'a/b', data: { plays: 3 } };

const formatterFor = (mqtt: MqttTenantOptions = {}, tenantId = 'label_42') =>
  createFormatters({ tenantId, channels: { mqtt } }).mqtt;

function pathsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isFormatError(error) && 'issues' in error) return error.issues.map(({ path }) => path);
    if (isFormatError(error, 'ERR_LIMIT_EXCEEDED')) return [`${error.path} > ${error.limit}`];
    throw error;
  }
  return [];
}

describe('a message of version 5', () => {
  it('carries data as payload and attributes as user properties', () => {
    const { payload, diagnostics } = formatterFor({ topicPrefix: ['music'] }).format(played, {
      qos: 0,
      retain: true,
      expirySeconds: 60,
      responseTopic: 'replies/7',
      correlationData: new Uint8Array([1]),
      topicAlias: 3,
      userProperties: { region: ['eu', 'us'] },
    });
    expect(payload).toEqual({
      topic: 'music/label_42/track.played/a%2Fb',
      payload: Buffer.from('{"plays":3}'),
      options: {
        qos: 0,
        retain: true,
        properties: {
          payloadFormatIndicator: true,
          messageExpiryInterval: 60,
          topicAlias: 3,
          responseTopic: 'replies/7',
          correlationData: Buffer.from([1]),
          userProperties: {
            specversion: '1.0',
            id: 'p1',
            source: '/ledger',
            type: 'track.played',
            subject: 'a/b',
            tenantid: 'label_42',
            region: ['eu', 'us'],
          },
          contentType: 'application/json',
        },
      },
    });
    expect(diagnostics).toEqual([]);
  });

  it('promises UTF-8 only where there is some', () => {
    const { properties } = formatterFor().format({ ...played, data: new Uint8Array([255]) }).payload.options;
    expect(properties).not.toHaveProperty('payloadFormatIndicator');
    expect(properties).toMatchObject({ contentType: 'application/octet-stream' });
  });

  it('can be one JSON', () => {
    const { payload } = formatterFor({ mode: 'structured' }).format(played);
    expect(JSON.parse(payload.payload.toString())).toMatchObject({ specversion: '1.0', data: { plays: 3 } });
    expect(payload.options.properties).toEqual({
      payloadFormatIndicator: true,
      contentType: 'application/cloudevents+json',
    });
  });
});

describe('a message of version 3.1.1', () => {
  it('is one JSON without properties, and says what it cannot carry', () => {
    const { payload, diagnostics } = formatterFor({ version: '3.1.1' }).format(played, {
      expirySeconds: 5,
      topicAlias: 2,
    });
    expect(JSON.parse(payload.payload.toString())).toMatchObject({ id: 'p1', tenantid: 'label_42' });
    expect(payload.options).toEqual({ qos: 1, retain: false });
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'dropped expirySeconds',
      'dropped topicAlias',
    ]);
  });
});

describe('a topic', () => {
  it('begins with the tenant, whatever data and callers say', () => {
    const mqtt = formatterFor({}, '../+/#');
    const hostile = { ...played, subject: '../$SYS/#' };
    expect(mqtt.format(hostile).payload.topic).toBe('..%2F%2B%2F%23/track.played/..%2F%24SYS%2F%23');
    expect(mqtt.format(hostile, { levels: ['', '..', 'a/b'] }).payload.topic).toBe('..%2F%2B%2F%23/%/../a%2Fb');
  });

  it('that is too long is refused, not cut', () => {
    expect(pathsOf(() => formatterFor().format(played, { levels: ['é'.repeat(32_768)] }))).toEqual(['topic > 65535']);
  });
});

describe('an empty payload', () => {
  it('is never retained by accident', () => {
    const empty = { source: '/ops', type: 'ping' };
    expect(pathsOf(() => formatterFor().format(empty, { retain: true }))).toEqual(['data']);
    expect(formatterFor().format(empty).payload.payload).toHaveLength(0);
    expect(formatterFor({ mode: 'structured' }).format(empty, { retain: true }).payload.payload.length).toBeGreaterThan(
      0,
    );
  });

  it('deletes what is retained when asked to', () => {
    expect(formatterFor().format(played, { clearRetained: true }).payload).toEqual({
      topic: 'label_42/track.played/a%2Fb',
      payload: Buffer.alloc(0),
      options: { qos: 1, retain: true },
    });
  });
});

describe('options are refused, all at once, when', () => {
  it.each<[what: string, options: object, paths: string[]]>([
    ['a response topic has wildcards', { responseTopic: 'a/#' }, ['responseTopic']],
    ['a response topic is the server’s', { responseTopic: '$SYS/x' }, ['responseTopic']],
    ['an expiry is no 32-bit number', { expirySeconds: 2 ** 32 }, ['expirySeconds']],
    ['correlation data are too long', { correlationData: new Uint8Array(65_536) }, ['correlationData']],
    ['an alias is zero', { topicAlias: 0 }, ['topicAlias']],
    ['levels are none', { levels: [] }, ['levels']],
    ['a property holds NUL', { userProperties: { a: 'b\0' } }, ['userProperties']],
    ['a property is too long', { userProperties: { a: ['x', 'é'.repeat(32_768)] } }, ['userProperties']],
    ['a property imitates an attribute', { userProperties: { tenantid: 'other' } }, ['userProperties.tenantid']],
    ['clearing is not retained', { clearRetained: true, retain: false }, ['retain']],
    ['much is wrong', { qos: 3, retain: 'yes' }, ['qos', 'retain']],
  ])('%s', (_what, options, paths) => {
    expect(pathsOf(() => formatterFor().format(played, options))).toEqual(paths);
  });

  it('a payload is larger than allowed', () => {
    const data = 'x'.repeat(200);
    expect(pathsOf(() => formatterFor({ maxPayloadBytes: 128 }).format({ ...played, data }))).toEqual(['data > 128']);
  });

  it.each<[options: object, paths: string[]]>([
    [{ version: 4 }, ['channels.mqtt.version']],
    [{ topicPrefix: [''] }, ['channels.mqtt.topicPrefix.0']],
    [{ maxPayloadBytes: 1 }, ['channels.mqtt.maxPayloadBytes']],
  ])('a tenant settles %j', (options, paths) => {
    expect(pathsOf(() => formatterFor(options))).toEqual(paths);
  });
});
