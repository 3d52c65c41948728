/** What the golden files are made of: inputs, and the tenant and options they are formatted with. */
import { directionOf } from '../../src/i18n/locale.js';
import type { ChannelInput, FormatOptions, TenantConfig } from '../../src/index.js';
import { arabic } from '../fixtures/alerts/arabic.js';
import { charts } from '../fixtures/alerts/charts.js';
import { complex } from '../fixtures/alerts/complex.js';
import { everyNode } from '../fixtures/alerts/every-node.js';
import { hostile } from '../fixtures/alerts/hostile.js';
import { markdownDescription } from '../fixtures/alerts/markdown.js';
import { minimal } from '../fixtures/alerts/minimal.js';
import { overLong } from '../fixtures/alerts/over-long.js';
import { resolved } from '../fixtures/alerts/resolved.js';
import { typical } from '../fixtures/alerts/typical.js';

export type GoldenCase = {
  readonly name: string;
  /** A document is written for one language and direction, an alert for all. */
  readonly input: (locale: string) => ChannelInput;
  readonly options?: FormatOptions;
};

export const locales = ['en', 'fr-FR', 'ar'] as const;

/** The tenant that everything is formatted for, in the zone of most readers of each language. */
export const tenants: Readonly<Record<(typeof locales)[number], TenantConfig>> = {
  en: tenant('en', 'UTC'),
  'fr-FR': tenant('fr-FR', 'Europe/Paris'),
  ar: tenant('ar', 'Asia/Riyadh'),
};

function tenant(locale: string, timeZone: string): TenantConfig {
  return {
    tenantId: 'maison_carthage',
    locale,
    timeZone,
    brand: { name: 'Maison Carthage', footer: 'https://status.example.com' },
    channels: {
      slack: {
        mentions: { analytics: { userGroupId: 'S012AB3CD' }, 'on-call': { userId: 'U012AB3CD' }, all: { broadcast: 'here' } },
        notify: { critical: ['on-call', 'all'] },
      },
    },
    clock: () => Date.UTC(2026, 10, 20, 10),
  };
}

const always = (input: ChannelInput) => (): ChannelInput => input;

export const cases: readonly GoldenCase[] = [
  { name: 'minimal', input: always(minimal) },
  { name: 'typical', input: always(typical) },
  { name: 'complex', input: always(complex) },
  { name: 'resolved', input: always(resolved) },
  { name: 'arabic', input: always(arabic) },
  { name: 'hostile', input: always(hostile) },
  { name: 'markdown', input: always(markdownDescription) },
  { name: 'over-long-split', input: always(overLong), options: { correlationId: 'req-7f3a' } },
  { name: 'over-long-truncate', input: always(overLong), options: { overflow: 'truncate' } },
  { name: 'document', input: (locale) => everyNode(locale, directionOf(locale)) },
];

/** For the channels whose hosts draw charts. */
export const chartCases: readonly GoldenCase[] = [
  { name: 'charts', input: (locale) => charts(locale, directionOf(locale)) },
];
