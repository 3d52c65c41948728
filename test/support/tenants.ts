/** Tenants for tests that are about something else. */

import type { SlackAlertFormatter } from '../../src/formatters/slack.js';
import { createFormatters } from '../../src/index.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import type { SlackMention } from '../../src/tenant/slack-options.js';

/** The languages that the library ships, one of them written from right to left. */
export const locales = ['en', 'fr', 'ar'] as const;

/** Whom the tenants of the tests may ping. */
export const mentions: Record<string, SlackMention> = {
  oncall: { userId: 'U024BE7LH' },
  team: { userGroupId: 'SAZ94GDB8' },
  room: { channelId: 'C024BE7LR' },
  all: { broadcast: 'here' },
};

/** A tenant that uses every setting Slack has. */
export const fullTenant: TenantConfig = {
  tenantId: 'label_42',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  brand: { name: 'Label 42', footer: 'Sent by the platform team' },
  channels: { slack: { mentions, notify: { critical: ['oncall', 'team'], error: ['oncall'] } } },
};

/** Creates a Slack formatter with settings of its own. */
export const createSlack = (config: Partial<TenantConfig> = {}): SlackAlertFormatter =>
  createFormatters({ tenantId: 'label_42', ...config }).slack;
