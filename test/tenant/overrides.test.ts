import { describe, expect, it } from 'vitest';
import { createFormatters as createBareFormatters } from '../../src/factory.js';
import { slack } from '../../src/formatters/slack.js';
import { en } from '../../src/generated/locales/en.js';
import { fr } from '../../src/generated/locales/fr.js';
import { parseMessage } from '../../src/i18n/parse-message.js';
import { createFormatters } from '../../src/index.js';
import { type Issue, isFormatError } from '../../src/kernel/errors.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { createTenantContext } from '../../src/tenant/context.js';

const base: TenantConfig = { tenantId: 'label_42', locales: [en, fr] };

const issuesOf = (config: TenantConfig): readonly Issue[] => {
  try {
    createTenantContext(config);
  } catch (error) {
    if (isFormatError(error, 'ERR_CONFIG_INVALID')) return error.issues;
    throw error;
  }
  return [];
};

const withMessages = (messages: Record<string, Record<string, string>>): TenantConfig =>
  ({ ...base, messages, messageParser: parseMessage }) as TenantConfig;

describe('the messages of a tenant', () => {
  it('are refused without a parser, in an error that names the import', () => {
    const issues = issuesOf({ ...base, messages: { fr: { 'alert.source': 'Origine' } } });
    expect(issues).toEqual([expect.objectContaining({ path: 'messages' })]);
    expect(issues[0]?.message).toContain("import { parseMessage } from 'channel-formatters/parse-message'");
  });

  it('need no parser when there are none', () => {
    expect(issuesOf({ ...base, messages: {} })).toEqual([]);
  });

  it('replace those of the catalog, in the plural rules of their language', () => {
    const overrides = { fr_FR: { 'overflow.items': '{count, plural, one {# de plus} many {} other {# autres}}' } };
    const tenant = createTenantContext({ ...withMessages(overrides), locale: 'fr-CA' });
    const { localizer } = tenant.language('fr-FR');
    expect([0, 1, 2].map((count) => localizer.t('overflow.items', { count }))).toEqual([
      '0 de plus',
      '1 de plus',
      '2 autres',
    ]);
    expect(tenant.language().localizer.t('overflow.items', { count: 2 })).toContain('supplémentaires');
  });

  it('are parsed by the package root without further ado', () => {
    const { tenant } = createFormatters({ tenantId: 'label_42', messages: { en: { 'alert.source': 'Origin' } } });
    expect(tenant.language().localizer.t('alert.source')).toBe('Origin');
  });

  it('reach the formatters of the bare factory', () => {
    const config = withMessages({ en: { 'alert.summary.firing': '{title} is {severity}' } });
    const { slack: formatter } = createBareFormatters(config, { slack });
    const { payload } = formatter.format({ severity: 'error', title: 'Disk', source: 'api', startedAt: 0 });
    expect(payload.text).toContain('Disk is Error');
  });

  it.each([
    ['messages.fr.alert.sourc', 'did you mean `alert.source`', { fr: { 'alert.sourc': 'x' } }],
    ['messages.english', 'unknown locale', { english: { 'alert.source': 'x' } }],
    ['messages.fr.alert.source', 'not a valid ICU message', { fr: { 'alert.source': '{' } }],
    ['messages.fr.overflow.items', 'does not exist', { fr: { 'overflow.items': '{number}' } }],
    ['messages.fr.overflow.items', 'is not supported', { fr: { 'overflow.items': '<b>x</b>' } }],
    ['messages.fr.overflow.items', 'is a number', { fr: { 'overflow.items': '{count}' } }],
    ['messages.fr.alert.source', 'expected string', { fr: { 'alert.source': 5 as unknown as string } }],
  ])('are refused at %s: %s', (path, message, messages) => {
    expect(issuesOf(withMessages(messages))).toEqual([
      expect.objectContaining({ path, message: expect.stringContaining(message) }),
    ]);
  });

  it('report what a parser of another make throws', () => {
    const messageParser = () => {
      throw new Error('no idea\nsecond line');
    };
    expect(issuesOf({ ...base, messages: { en: { 'alert.source': 'x' } }, messageParser })).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/\(no idea\)$/) }),
    ]);
  });

  it('need a parser that is a function', () => {
    const messageParser = 'parseMessage' as unknown as typeof parseMessage;
    expect(issuesOf({ ...base, messageParser })).toEqual([expect.objectContaining({ path: 'messageParser' })]);
  });
});
