/** Options of one call, and their checks: whatever becomes a header, a part or a remote image. */
import type { Issue } from '../../kernel/errors.js';
import { safeUrl } from '../../sanitize/url.js';
import {
  type EmailAddress,
  type EmailCharts,
  type EmailTenantOptions,
  emailCharts,
  expectedEmail,
  isAddress,
  isDisplayName,
  isHeaderText,
  isUnsubscribeUrl,
} from '../../tenant/email-options.js';
import { isImage, isImageName } from './images.js';
import { emailLimits } from './limits.js';

export type EmailCallOptions = {
  /** @default the tenant's */
  from?: EmailAddress;
  /** @default the tenant's */
  replyTo?: EmailAddress;
  /** Unsubscribes this recipient: an https URL. @default the tenant's */
  unsubscribeUrl?: string;
  /** Bytes (PNG, JPEG, GIF or WebP) of pictures whose URL in the input is `cid:` and their name here. */
  inlineImages?: Record<string, Uint8Array>;
  /** Tells updates of one state apart, such as reminders: without it they have one message id and are shown once. */
  update?: string | number;
  /**
   * Counts openings with a remote image. They are personal data: say with `consent` that the recipient has agreed.
   * @default no image
   */
  tracking?: { pixelUrl: string; consent: true };
  /** How charts are shown. `png` needs `chartImage` of the tenant. @default the tenant's */
  charts?: EmailCharts;
};

/** The names of these options. */
export const emailOptionKeys: readonly (keyof EmailCallOptions)[] = [
  'from',
  'replyTo',
  'unsubscribeUrl',
  'inlineImages',
  'update',
  'tracking',
  'charts',
];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTextThat = (isValid: (text: string) => boolean, value: unknown): boolean =>
  typeof value === 'string' && isValid(value);

type Check = { readonly isValid: (value: unknown) => boolean; readonly expected: string };

const address: Check = {
  isValid: (value) =>
    isTextThat(isAddress, value) ||
    (isRecord(value) && isTextThat(isAddress, value['address']) && isTextThat(isDisplayName, value['name'])),
  expected: `${expectedEmail.address}, or an object with one and ${expectedEmail.name}`,
};

/** One line, and not so long that the header that it becomes has to be cut. */
const isShortLine = (value: unknown): boolean =>
  isTextThat((text) => text !== '' && text.length <= emailLimits.headerValue.max && isHeaderText(text), value);

/** What cannot stand in a header as it is: anything but visible ASCII, `%`, and how an encoded word begins (RFC 2047). */
const notPlain = /[^\x21-\x7e]|%|=(?=\?)/gu;

/** Writes an id as `decodeURIComponent` reads it; ids of visible ASCII stay as they are. */
export const encodeHeaderId = (id: string): string =>
  id.toWellFormed().replace(notPlain, (char) => encodeURIComponent(char));

const isCorrelationId = (value: unknown): boolean =>
  isShortLine(value) && typeof value === 'string' && encodeHeaderId(value).length <= emailLimits.headerValue.max;

function isPixelUrl(url: string): boolean {
  const safe = safeUrl(url, { schemes: ['https'] });
  return safe !== undefined && safe.length <= emailLimits.frameUrl.max;
}

const checks: Readonly<Record<string, Check>> = {
  from: address,
  replyTo: address,
  unsubscribeUrl: {
    isValid: (value) => isTextThat(isUnsubscribeUrl, value),
    expected: expectedEmail.unsubscribeUrl,
  },
  inlineImages: {
    isValid: (value) =>
      isRecord(value) && Object.entries(value).every(([name, bytes]) => isImageName(name) && isImage(bytes)),
    expected: 'bytes of PNG, JPEG, GIF or WebP by names of letters, digits and `._-`',
  },
  update: {
    isValid: (value) => isShortLine(value) || Number.isFinite(value),
    expected: 'a number, or a text on one line',
  },
  tracking: {
    isValid: (value) => isRecord(value) && value['consent'] === true && isTextThat(isPixelUrl, value['pixelUrl']),
    expected: `\`consent: true\` and an absolute https URL of at most ${emailLimits.frameUrl.max} characters as \`pixelUrl\``,
  },
  charts: {
    isValid: (value) => emailCharts.some((charts) => charts === value),
    expected: `one of ${emailCharts.map((charts) => `\`${charts}\``).join(', ')}`,
  },
  correlationId: {
    isValid: isCorrelationId,
    expected: `a text on one line, of at most ${emailLimits.headerValue.max} characters once percent-encoded`,
  },
};

/** Finds all that is wrong with the options of one call of a tenant. */
export function checkEmailOptions(options: EmailCallOptions, { chartImage }: EmailTenantOptions): Issue[] {
  const issues: Issue[] = [];
  if (options.charts === 'png' && chartImage === undefined) {
    const expected = expectedEmail.chartImage;
    issues.push({ path: 'charts', message: `expected ${expected}`, expected });
  }
  for (const [key, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined || value === undefined || check.isValid(value)) continue;
    issues.push({ path: key, message: `expected ${check.expected}`, expected: check.expected });
  }
  return issues;
}
