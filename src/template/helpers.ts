/** The helpers that print in the reader's language. What they return is encoded afterwards, for its place. */
import type { Severity, Status } from '../document/nodes.js';
import { lookOf } from '../document/severity.js';
import type { MessageId } from '../generated/messages.js';
import type { NumberSpec } from '../i18n/localizer.js';
import { safeUrl } from '../sanitize/url.js';
import { expectDecimal, expectNumber, expectString, expectStrings, wrongValue } from './arguments.js';
import type { HelperOptions } from './options.js';

/** Leads nowhere; in place of a URL that must not become a link. */
const noUrl = 'about:invalid#blocked';

const rgb = /^#[0-9a-f]{6}$/i;

/** `{{t "alert.summary.firing" severity=name title=title}}` */
export function t(id: MessageId, { hash, data }: HelperOptions): string {
  // The compiler has checked that the names are those of the message; the localizer checks the values.
  return (data.localizer.t as (id: MessageId, values: object) => string)(id, hash);
}

/** `{{number value unit="ms" notation="compact" sign="always" maxFractionDigits=1}}` */
export function number(value: unknown, { hash, data }: HelperOptions): string {
  return data.localizer.number(expectDecimal(value, 'number'), hash as NumberSpec);
}

/** `{{percent ratio}}`: 0.5 is 50 %. */
export function percent(value: unknown, { hash, data }: HelperOptions): string {
  return data.localizer.number(expectDecimal(value, 'percent'), { ...(hash as NumberSpec), style: 'percent' });
}

/** `{{money amount currency}}` */
export function money(amount: unknown, currency: unknown, { data }: HelperOptions): string {
  return data.localizer.money(expectString(amount, 'money'), expectString(currency, 'money'));
}

/** `{{date at}}`, `{{date at style="datetime"}}` */
export function date(epochMs: unknown, { hash, data }: HelperOptions): string {
  return data.localizer.date(expectNumber(epochMs, 'date'), hash['style'] === 'datetime' ? 'datetime' : 'date');
}

/** `{{time at}}` */
export function time(epochMs: unknown, { data }: HelperOptions): string {
  return data.localizer.date(expectNumber(epochMs, 'time'), 'time');
}

/** `{{relative at}}`. Without a present there is no distance to it, so the date is printed. */
export function relative(epochMs: unknown, { data: { localizer, nowMs } }: HelperOptions): string {
  const instant = expectNumber(epochMs, 'relative');
  return nowMs === undefined ? localizer.date(instant, 'datetime') : localizer.relative(instant, nowMs);
}

/** `{{duration durationMs}}` */
export function duration(durationMs: unknown, { data }: HelperOptions): string {
  return data.localizer.duration(expectNumber(durationMs, 'duration'));
}

/** `{{list names}}` */
export function list(items: unknown, { data }: HelperOptions): string {
  return data.localizer.list(expectStrings(items, 'list'));
}

type LookArguments = [severity: unknown, options: HelperOptions] | [severity: unknown, status: unknown, HelperOptions];

function look(helper: string, [severity, status]: LookArguments, argumentCount: number): ReturnType<typeof lookOf> {
  const found = lookOf(
    severity as Severity | undefined,
    (argumentCount > 2 ? status : undefined) as Status | undefined,
  );
  // Types say so, data from elsewhere may not.
  if (typeof found?.color !== 'string') throw wrongValue(severity, helper, 'a severity and a status');
  return found;
}

/** `{{severityEmoji severity status}}`: of the status once it no longer fires. */
export function severityEmoji(...args: LookArguments): string {
  return look('severityEmoji', args, args.length).emoji;
}

/** `{{statusColor severity status}}`: `#RRGGBB`. */
export function statusColor(...args: LookArguments): string {
  return look('statusColor', args, args.length).color;
}

/** `{{url x}}`: the URL if it may become a link. */
export function url(value: unknown): string {
  return safeUrl(expectString(value, 'url')) ?? noUrl;
}

/** `{{color x}}`: `#RRGGBB`, a neutral one for anything else. */
export function color(value: unknown): string {
  const text = expectString(value, 'color');
  return rgb.test(text) ? text : lookOf(undefined, undefined).color;
}

/** `{{px x}}`: a length in whole pixels. */
export function px(value: unknown): string {
  const pixels = Math.round(expectNumber(value, 'px'));
  return `${Number.isFinite(pixels) ? Math.max(0, pixels) : 0}px`;
}
