/** What a caller may configure for a tenant. Checked once, then frozen. */
import type { LocaleCatalog, MessageId } from '../generated/messages.js';
import type { RateTable } from '../i18n/rates.js';
import type { Hooks } from '../kernel/hooks.js';
import type { MessageParser } from '../kernel/parsed-message.js';
import type { Schema } from '../kernel/schema.js';
import * as z from '../kernel/zod.js';
import type { MarkdownParser } from '../sanitize/parser.js';
import type { HtmlSanitizer } from '../sanitize/sanitizer-port.js';
import { type ActionTenantOptions, createActionOptionsSchema } from './action-options.js';
import { type ChannelOptions, channelIds } from './channel-options.js';
import { recordOf } from './record-of.js';
import { createReportOptionsSchema, type ReportTenantOptions } from './report-options.js';

export type HourCycle = 'h11' | 'h12' | 'h23' | 'h24';

export type Brand = {
  /** Who speaks: shown at the head of a mail and before the footer. */
  name?: string;
  /** `#RRGGBB`. Used where a channel shows a brand colour; severities keep their own. */
  color?: string;
  /** `#RRGGBB`, 1 to 12: the series of charts, in order. What cannot be told from the ground is replaced and reported. */
  chartColors?: string[];
  logoUrl?: string;
  /** Shown at the end of every message. */
  footer?: string;
};

/** Everything a tenant can settle. Only `tenantId` is required. */
export type TenantConfig = {
  tenantId: string;
  /** BCP 47; a POSIX tag such as `fr_FR` is accepted. @default 'en' */
  locale?: string;
  /** Tried, with their parents, when there is no catalog for `locale`. English comes last of all. */
  fallbackLocales?: string[];
  /** IANA zone. @default 'UTC' */
  timeZone?: string;
  /** ISO 4217. @default 'USD' */
  currency?: string;
  /** CLDR numbering system. @default 'latn' */
  numberingSystem?: string;
  /** CLDR calendar. @default 'gregory' */
  calendar?: string;
  /** @default the locale's own */
  hourCycle?: HourCycle;
  brand?: Brand;
  /** Message catalogs. @default all, from the package root; required by `channel-formatters/factory` and class subpaths */
  locales?: readonly LocaleCatalog[];
  /** Own wording, by locale and message id: `{ fr: { 'alert.source': 'Origine' } }`. ICU messages; needs `messageParser`. */
  messages?: Record<string, Partial<Record<MessageId, string>>>;
  /** Reads `messages`: `parseMessage` of `channel-formatters/parse-message`. @default set by the package root */
  messageParser?: MessageParser;
  /** What is particular to a channel. Checked where the channel's formatter is at hand. */
  channels?: Partial<ChannelOptions>;
  /** Signs the ids of actions; `channel-formatters/actions` verifies what comes back. */
  actions?: ActionTenantOptions;
  /** What is particular to reports. */
  reports?: ReportTenantOptions;
  /** Exchange rates for amounts in other currencies. Without them such amounts stay as they are. */
  rates?: () => RateTable;
  hooks?: Hooks;
  /** The present, epoch milliseconds. Without it, and without the option `now`, nothing relative to now is written. */
  clock?: () => number;
  /** Reads Markdown descriptions: `parseMarkdown` of `channel-formatters/parse-markdown`. @default set by the package root */
  markdown?: MarkdownParser;
  /** Reads HTML descriptions: what `loadSanitizer` of `channel-formatters/sanitizer` resolves to. */
  sanitizer?: HtmlSanitizer;
  /**
   * Speeds validation up: `compileSchema` of `channel-formatters/compile-schema`, which adds 29 kB to a bundle and falls back
   * by itself where code generation is barred. @default set by the package root
   */
  compileSchema?: <Output>(schema: Schema<Output>) => Schema<Output>;
};

const port = <Type>() => z.custom<Type>((value) => typeof value === 'function', 'a function');

function isSanitizer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { sanitize, toBlocks } = value as Partial<HtmlSanitizer>;
  return typeof sanitize === 'function' && typeof toBlocks === 'function';
}

/** What is inside of a parsed message is not checked: nobody writes one by hand. */
const isParsed = (message: unknown): boolean => typeof message === 'string' || Array.isArray(message);

/** Checked as a whole: one message after the other would cost every tenant a millisecond a catalog. */
const isMessages = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isParsed);

const createTenantConfigSchema = () => {
  const anything = z.optional(z.custom<unknown>(() => true, 'anything'));
  const hook = z.optional(port<(event: unknown) => void>());
  const nonEmpty = z.string().check(z.minLength(1, 'at least one character'));
  const color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'a colour as #RRGGBB'));
  return z.strictObject({
    tenantId: nonEmpty,
    locale: z.optional(z.string()),
    fallbackLocales: z.optional(z.array(z.string())),
    timeZone: z.optional(z.string()),
    currency: z.optional(z.string()),
    numberingSystem: z.optional(z.string()),
    calendar: z.optional(z.string()),
    hourCycle: z.optional(z.enum(['h11', 'h12', 'h23', 'h24'])),
    brand: z.optional(
      z.strictObject({
        name: z.optional(nonEmpty),
        color: z.optional(color),
        chartColors: z.optional(
          z.array(color).check(z.refine(({ length }) => length >= 1 && length <= 12, '1 to 12 colours')),
        ),
        logoUrl: z.optional(z.string()),
        footer: z.optional(nonEmpty),
      }),
    ),
    locales: z.optional(
      z.array(z.object({ locale: z.string(), messages: z.custom<LocaleCatalog['messages']>(isMessages, 'object') })),
    ),
    messages: z.optional(recordOf(recordOf(z.string()))),
    messageParser: z.optional(port<MessageParser>()),
    channels: z.optional(z.strictObject(Object.fromEntries(channelIds.map((id) => [id, anything])))),
    actions: z.optional(createActionOptionsSchema()),
    reports: z.optional(createReportOptionsSchema()),
    rates: z.optional(port<() => RateTable>()),
    hooks: z.optional(z.strictObject({ format: hook, error: hook, truncation: hook, fallback: hook, cache: hook })),
    clock: z.optional(port<() => number>()),
    markdown: z.optional(port<MarkdownParser>()),
    sanitizer: z.optional(
      z.custom<HtmlSanitizer>(isSanitizer, 'what `loadSanitizer` of `channel-formatters/sanitizer` resolves to'),
    ),
    compileSchema: z.optional(port<NonNullable<TenantConfig['compileSchema']>>()),
  });
};

/** Built on first use, and then kept: building it takes milliseconds of CPU, which importing this file must not. */
export const tenantConfigSchema = z.lazy(createTenantConfigSchema);

/** Names of everything that can be configured, for suggestions. */
export const listConfigKeys = (): string[] => Object.keys(createTenantConfigSchema().shape);
