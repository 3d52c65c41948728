/** The state of writing one message. */
import type { DateInline, NumberInline } from '../../document/nodes.js';
import type { Localizer } from '../../i18n/localizer.js';
import { normalizeSpaces } from '../../i18n/spaces.js';
import type { Diagnostic, DiagnosticCode, Unit } from '../../kernel/diagnostics.js';
import { type Reported, wasReported } from '../../kernel/reported.js';
import { cleanText } from '../../sanitize/text.js';
import type { RenderContext } from '../../tenant/render-context.js';
import type { SmsTenantOptions } from '../../tenant/sms-options.js';

export type SmsContext = {
  readonly render: RenderContext;
  readonly localizer: Localizer;
  readonly options: SmsTenantOptions;
  readonly reported: Reported;
  /** Where in the input the line being written comes from. */
  path: string;
};

/** Starts a message. */
export const createSmsContext = (render: RenderContext, options: SmsTenantOptions): SmsContext => ({
  render,
  localizer: render.localizer,
  options,
  reported: new Map(),
  path: '',
});

const isLoss = (code: DiagnosticCode): boolean => code === 'truncated' || code === 'dropped';

/** Reports what had to give, once for each path and reason. */
export function report(
  { render: { diagnostics }, reported }: SmsContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit; severity?: Diagnostic['severity'] } = {},
): void {
  if (wasReported(reported, message, path)) return;
  diagnostics.push({ code, severity: isLoss(code) ? 'warning' : 'info', path, message, ...numbers });
}

/** Printable ASCII: nothing to clean, compose or join. */
const special = /[^\x20-\x7e]/;

/** Below this length a loop is several times faster than the call into the regular expression engine. */
const shortChars = 32;

/** Tells whether a text is printable ASCII. */
export function isAscii(text: string): boolean {
  if (text.length > shortChars) return !special.test(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/** Below U+0300 nothing composes. */
const mayCompose = /[\u0300-\uffff]/;
const gaps = /[\n\t\f]+/g;

/**
 * Cleans a raw text and puts it on one line in Unicode NFC. On one line, because a break would begin a line that reads like one
 * of the message's own; composed, because a letter and its accent apart are no character of GSM-7.
 */
export function leaf(context: SmsContext, raw: string): string {
  if (isAscii(raw)) return raw;
  const clean = cleanText(raw);
  if (clean !== raw) {
    report(context, 'sanitized', context.path, 'Control or direction characters were removed');
  }
  const line = clean.replace(gaps, ' ').trim();
  const text = mayCompose.test(line) ? line.normalize('NFC') : line;
  if (text !== line) report(context, 'normalized', context.path, 'Characters were put into Unicode NFC');
  return text;
}

/** Stands for a text that is empty. */
const emptyMark = '-';

const seen = /[^\s\p{Cf}]/u;

/** The same, with a mark where there is nothing to see. */
export function leafOrMark(context: SmsContext, raw: string): string {
  const text = leaf(context, raw);
  const first = text.charCodeAt(0);
  // The first character nearly always settles it.
  return (first > 0x20 && first < 0x7f) || seen.test(text) ? text : emptyMark;
}

/** What `Intl` or a catalog printed: with spaces and signs that GSM-7 has. */
export const own = (text: string): string => (isAscii(text) ? text : normalizeSpaces(text, 'ascii'));

/** A message around one text of unknown origin, whose own characters stay as they are. */
export function around(printed: string, inner: string): string {
  if (isAscii(printed)) return printed;
  const at = inner === '' ? -1 : printed.indexOf(inner);
  if (at < 0) return own(printed);
  return own(printed.slice(0, at)) + inner + own(printed.slice(at + inner.length));
}

/** Prints an instant in the reader's zone; relative wording needs to know the present. */
export function printDate({ localizer, render }: SmsContext, { value, style = 'datetime' }: DateInline): string {
  if (style !== 'relative') return own(localizer.date(value, style));
  return own(render.nowMs === undefined ? localizer.date(value) : localizer.relative(value, render.nowMs));
}

/** Prints a number. Its unit may come from anywhere, and `Intl` prints any. */
export function printNumber(context: SmsContext, node: NumberInline): string {
  const { unit } = node;
  const clean = unit === undefined ? undefined : leaf(context, unit);
  return own(
    context.localizer.number(node.value, clean === undefined || clean === unit ? node : { ...node, unit: clean }),
  );
}
