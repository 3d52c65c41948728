import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/factory.js';
import { email } from '../../src/formatters/email.js';
import { SlackAlertFormatter, slack } from '../../src/formatters/slack.js';
import { en } from '../../src/generated/locales/en.js';
import { ConfigInvalidError } from '../../src/kernel/errors.js';
import * as z from '../../src/kernel/zod.js';
import { type ChannelDefinition, checkChannel } from '../../src/tenant/channel.js';
import { channelIds } from '../../src/tenant/channel-options.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { emailChannel } from '../../src/tenant/email-options.js';
import { slackChannel } from '../../src/tenant/slack-options.js';

const config = (channels: object): TenantConfig => ({ tenantId: 't', locales: [en], channels });
const wrongForSlack = config({ slack: { dates: 'iso', notify: { error: ['x'] } } });

const pathsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigInvalidError);
    return (error as ConfigInvalidError).issues.map(({ path }) => path);
  }
  return [];
};

describe('the options of a channel', () => {
  it('are known by the id of a channel', () => {
    for (const { id } of [emailChannel, slackChannel]) expect(channelIds).toContain(id);
  });

  it('are not looked at where nothing reads them', () => {
    expect(pathsOf(() => createTenantContext(wrongForSlack))).toEqual([]);
    expect(pathsOf(() => createFormatters(wrongForSlack, { email }))).toEqual([]);
  });

  it.each<[string, (tenant: TenantConfig) => unknown]>([
    ['a registry', (tenant) => createFormatters(tenant, { slack })],
    ['a registry for a context', (tenant) => createFormatters(createTenantContext(tenant), { slack })],
    ['a formatter', (tenant) => new SlackAlertFormatter(tenant)],
    ['a formatter for a context', (tenant) => new SlackAlertFormatter(createTenantContext(tenant))],
    ['whoever asks', (tenant) => createTenantContext(tenant).channel(slackChannel)],
  ])('are refused by %s', (_who, make) => {
    expect(pathsOf(() => make(wrongForSlack))).toEqual(['channels.slack.dates']);
    expect(pathsOf(() => make(config({ slack: { notify: { info: ['x'] } } })))).toEqual([
      'channels.slack.notify.info.0',
    ]);
  });

  it('are refused for all channels of a registry at once', () => {
    const wrong = config({ email: { subject: 'x' }, slack: { dates: 'x' } });
    const paths = ['channels.email.subject', 'channels.slack.dates'];
    expect(pathsOf(() => createFormatters(wrong, { email, slack })).sort()).toEqual(paths);
    expect(pathsOf(() => createFormatters(createTenantContext(wrong), { email, slack })).sort()).toEqual(paths);
  });

  it('are empty where nothing is settled', () => {
    for (const channels of [{}, { slack: undefined }, { slack: {} }]) {
      expect(createTenantContext(config(channels)).channel(slackChannel)).toEqual({});
    }
    expect(createTenantContext({ tenantId: 't', locales: [en] }).channel(slackChannel)).toEqual({});
  });

  it('are checked once, frozen and kept', () => {
    const given = { mentions: { ops: { userGroupId: 'S012AB3CD' } }, notify: { critical: ['ops'] } };
    const tenant = createTenantContext(config({ slack: given }));
    given.notify.critical.push('nobody');
    const options = tenant.channel(slackChannel);
    expect(tenant.channel(slackChannel)).toBe(options);
    expect(options.notify).toEqual({ critical: ['ops'] });
    expect(Object.isFrozen(options.notify?.critical)).toBe(true);
    expect(Object.isFrozen(given.notify.critical)).toBe(false);
  });

  it('may hold themselves and members of any name', () => {
    const circular: Record<string, unknown> = JSON.parse('{"__proto__":{"dates":"text"}}');
    circular['self'] = circular;
    expect(pathsOf(() => createFormatters(config({ slack: circular }), { slack })).sort()).toEqual([
      'channels.slack.__proto__',
      'channels.slack.self',
    ]);
  });

  it('keep functions and objects of classes as they are', () => {
    const port = { url: new URL('https://example.com'), run: () => {} };
    const kept = createTenantContext(config({ slack: port })).config.channels?.slack;
    expect(kept).toEqual(port);
    expect((kept as unknown as typeof port).url).toBe(port.url);
  });

  it('are checked by the schema first and then by the check', () => {
    const demo: ChannelDefinition<'demo', { size: number }> = {
      id: 'demo',
      schema: () => z.strictObject({ size: z.int() }),
      check: ({ size }) => (size > 3 ? [{ path: 'size', message: 'too big' }] : []),
    };
    expect(checkChannel(demo, { size: 3 })).toEqual({ options: { size: 3 }, issues: [] });
    expect(checkChannel(demo, { size: 4 }).issues).toEqual([{ path: 'channels.demo.size', message: 'too big' }]);
    expect(checkChannel(demo, { size: 'x' }).issues).toMatchObject([{ path: 'channels.demo.size' }]);
  });
});
