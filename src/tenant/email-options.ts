/** What a tenant settles about e-mail, once, in its configuration. Whatever becomes a header is checked here. */
import type { Chart, Direction } from '../document/nodes.js';
import type { Issue } from '../kernel/errors.js';
import * as z from '../kernel/zod.js';
import { safeUrl } from '../sanitize/url.js';
import type { ChannelDefinition } from './channel.js';

/** Where mail comes from or goes to: an address, or one with a name. */
export type EmailAddress = string | { name: string; address: string };

/** How a mail shows charts: as bars made of table cells, as pictures in the mail, or as their figures alone. */
export type EmailCharts = 'bars' | 'png' | 'table';

/** How large a picture of a chart is to be and how it looks. */
export type ChartImageOptions = {
  /** Pixels of CSS. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the picture for one of CSS. */
  readonly scale: number;
  /** `#RRGGBB`, of the series in order. */
  readonly colors: readonly string[];
  /** `rtl`: categories run from right to left; time never does. */
  readonly dir: Direction;
};

/** Draws a chart and returns the bytes of a PNG. */
export type ChartImageWriter = (chart: Chart, options: ChartImageOptions) => Uint8Array;

export type EmailTenantOptions = {
  from?: EmailAddress;
  replyTo?: EmailAddress;
  /** Names the list that the mails belong to (RFC 2919): an id such as `alerts.label42.example`, and a name for people. */
  listId?: { id: string; name?: string };
  /** An https URL that unsubscribes whoever posts to it (RFC 8058). Sign both headers with DKIM. */
  unsubscribeUrl?: string;
  /** The right side of message ids. @default a reserved name that tells nobody who the tenant is */
  messageIdDomain?: string;
  /**
   * `summary`: severity or state, and the title; `title`: the same subject in every state, which Gmail needs to show them as
   * one conversation. @default 'summary'
   */
  subject?: 'summary' | 'title';
  /** Budget of the HTML part in UTF-8 bytes. Gmail clips what is over 102 KB. @default 90000 */
  maxHtmlBytes?: number;
  /** `png` needs `chartImage`. Its bytes travel in the mail. @default 'bars' */
  charts?: EmailCharts;
  /** Draws charts: `chartPng` of `channel-formatters/chart-png`. @default set by the package root */
  chartImage?: ChartImageWriter;
};

/** RFC 5322 section 2.1.1: a line has at most 998 characters, and a URL cannot be folded. */
const maxHeaderUrlChars = 900;
const maxNameChars = 200;

// Quoted local parts and domain literals are left out: nobody has them, and their quotes are what injections are made of.
const address = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]{0,251}[\p{L}\p{N}\p{M}])?$/u;
const dotDot = /\.\.|^\.|\.@/;
const hostName = /^(?=.{1,200}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
/** Controls, and the separators that some libraries take for line ends. */
const breaksHeader = /[\p{Cc}\u2028\u2029]/u;

/** Tells whether a text can stand in a header as it is: on one line, without controls. */
export function isHeaderText(text: string): boolean {
  return !breaksHeader.test(text);
}

/** Tells whether a text is a plain address, without name, quotes or comments. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text) && !dotDot.test(text);
}

/** Tells whether a URL can be the one of `List-Unsubscribe`. */
export function isUnsubscribeUrl(url: string): boolean {
  const safe = safeUrl(url, { schemes: ['https'] });
  return safe !== undefined && safe.length <= maxHeaderUrlChars;
}

/** The ways to show charts. */
export const emailCharts: readonly EmailCharts[] = ['bars', 'png', 'table'];

/** What the checks of this file call valid, in words. */
export const expectedEmail = {
  chartImage: 'a tenant with `channels.email.chartImage`: `chartPng` of `channel-formatters/chart-png`',
  address: 'an address as name@example.com',
  name: `a name of 1 to ${maxNameChars} characters, on one line`,
  unsubscribeUrl: `an absolute https URL of at most ${maxHeaderUrlChars} characters`,
} as const;

/** Tells whether a text can be a display name. */
export function isDisplayName(text: string): boolean {
  return text !== '' && text.length <= maxNameChars && isHeaderText(text);
}

const text = (isValid: (value: string) => boolean, expected: string) => z.string().check(z.refine(isValid, expected));

/** Creates the schema of the options; on demand, since building it takes time that an import must not. */
function createEmailOptionsSchema() {
  const addressSchema = z.union([
    text(isAddress, expectedEmail.address),
    z.strictObject({ name: text(isDisplayName, expectedEmail.name), address: text(isAddress, expectedEmail.address) }),
  ]);

  const domain = text((value) => hostName.test(value), 'a domain name as alerts.example.com');

  return z.strictObject({
    from: z.optional(addressSchema),
    replyTo: z.optional(addressSchema),
    listId: z.optional(z.strictObject({ id: domain, name: z.optional(text(isDisplayName, expectedEmail.name)) })),
    unsubscribeUrl: z.optional(text(isUnsubscribeUrl, expectedEmail.unsubscribeUrl)),
    messageIdDomain: z.optional(domain),
    subject: z.optional(z.enum(['summary', 'title'])),
    maxHtmlBytes: z.optional(
      z.int().check(z.refine((value) => value >= 45_000 && value <= 100_000, 'a whole number from 45,000 to 100,000')),
    ),
    charts: z.optional(z.enum(['bars', 'png', 'table'])),
    chartImage: z.optional(z.custom<ChartImageWriter>((value) => typeof value === 'function', 'a function')),
  });
}

/** Finds what nothing can draw. */
function checkCharts({ charts, chartImage }: EmailTenantOptions): Issue[] {
  if (charts !== 'png' || chartImage !== undefined) return [];
  const expected = expectedEmail.chartImage;
  return [{ path: 'charts', message: `expected ${expected}`, expected }];
}

export const emailChannel: ChannelDefinition<'email', EmailTenantOptions> = {
  id: 'email',
  schema: createEmailOptionsSchema,
  check: checkCharts,
};
