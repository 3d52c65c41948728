/** Slack formatters of tenants that differ in all that Slack payloads depend on. */
import type { SlackAlertFormatter } from '../../src/formatters/slack.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import type { LimitOptions } from './slack-limits.js';
import { createSlack, fullTenant, mentions } from './tenants.js';

export type SlackTenant = {
  readonly name: string;
  readonly slack: SlackAlertFormatter;
  readonly limits: LimitOptions & { readonly maxFollowUps?: number };
};

const configs: Readonly<Record<string, Partial<TenantConfig>>> = {
  plain: {},
  full: fullTenant,
  arabic: { locale: 'ar', timeZone: 'Asia/Riyadh', channels: { slack: { mentions, dates: 'text' } } },
  native: { timeZone: 'Europe/Paris', channels: { slack: { mentions, charts: 'native', tables: 'data' } } },
  arabicNative: {
    locale: 'ar',
    channels: { slack: { mentions, charts: 'native', tables: 'data', maxMessageChars: 7000 } },
  },
  small: { locale: 'fr', channels: { slack: { mentions, maxMessageChars: 7000, maxFollowUps: 2 } } },
};

/** One formatter a tenant, with the limits that it has settled. */
export const createSlackTenants = (): SlackTenant[] =>
  Object.entries(configs).map(([name, config]) => {
    const { maxMessageChars: budgetChars, maxFollowUps } = config.channels?.slack ?? {};
    return {
      name,
      slack: createSlack(config),
      limits: {
        ...(budgetChars !== undefined && { budgetChars }),
        ...(maxFollowUps !== undefined && { maxFollowUps }),
      },
    };
  });
