/** Small checks that are put together to check payloads. Each reports what is wrong, and where. */

export type Report = (path: string, problem: string) => void;
export type Check = (value: unknown, path: string, report: Report) => void;
export type Members = Readonly<Record<string, Check>>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Length as Slack counts it: UTF-16 units after `&`, `<` and `>` are escaped. */
export const escapedLength = (text: string): number =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').length;

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const char of text) {
    if (char >= '\u2066' && char <= '\u2068') depth += 1;
    if (char === '\u2069') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** What no reader should get, whatever the limits say. */
function checkCharacters(text: string, path: string, report: Report): void {
  if (!text.isWellFormed()) report(path, 'a lone surrogate');
  if (/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(text)) report(path, 'a control character');
  if (/[\u202a-\u202e]/.test(text)) report(path, 'a direction override');
  if (!isBalanced(text)) report(path, 'an isolate that is not closed or never opened');
}

// Building stones

export const anything: Check = () => {};

export const chars =
  (max: number, min = 1): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return report(path, 'not a string');
    const length = escapedLength(value);
    if (length > max) report(path, `${length} characters, at most ${max}`);
    if (length < min) report(path, `${length} characters, at least ${min}`);
    checkCharacters(value, path, report);
  };

/** A text that people read: within the limit and not blank. */
export const words =
  (max: number): Check =>
  (value, path, report) => {
    chars(max)(value, path, report);
    if (typeof value === 'string' && !/\S/.test(value)) report(path, 'blank text');
  };

export const oneOf =
  (...known: unknown[]): Check =>
  (value, path, report) => {
    if (!known.includes(value)) report(path, `not one of ${known.join(', ')}`);
  };

export const flag = oneOf(true, false);

/** What an app gets back as it is: nobody reads it, so its characters are its own business. */
export const opaque =
  (max: number): Check =>
  (value, path, report) => {
    if (typeof value !== 'string') return report(path, 'not a string');
    if (value.length > max || value === '') report(path, `${value.length} characters, from 1 to ${max}`);
  };

export const whole =
  (min: number, max: number): Check =>
  (value, path, report) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
      report(path, `not a whole number from ${min} to ${max}`);
    }
  };

export const matches =
  (pattern: RegExp): Check =>
  (value, path, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(path, `does not match ${pattern.source}`);
  };

export const list =
  (max: number, item: Check, min = 1): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'not an array');
    if (value.length > max) report(path, `${value.length} items, at most ${max}`);
    if (value.length < min) report(path, `${value.length} items, at least ${min}`);
    for (const [index, member] of value.entries()) item(member, `${path}.${index}`, report);
  };

/** A closed object: Slack refuses unknown members in most places. */
export const shape =
  (required: Members, optional: Members = {}): Check =>
  (value, path, report) => {
    if (!isObject(value)) return report(path, 'not an object');
    for (const [name, check] of Object.entries(required)) check(value[name], `${path}.${name}`, report);
    for (const [name, member] of Object.entries(value)) {
      if (name === 'type' || Object.hasOwn(required, name)) continue;
      const check = optional[name];
      if (check === undefined) report(`${path}.${name}`, 'unknown member');
      else check(member, `${path}.${name}`, report);
    }
  };

export const also =
  (...checks: Check[]): Check =>
  (value, path, report) => {
    for (const check of checks) check(value, path, report);
  };

export const rule =
  (problem: string, holds: (value: Record<string, unknown>) => boolean): Check =>
  (value, path, report) => {
    if (isObject(value) && !holds(value)) report(path, problem);
  };

export const byType =
  (kinds: () => Members, what: string): Check =>
  (value, path, report) => {
    const type = isObject(value) && typeof value.type === 'string' ? value.type : undefined;
    const check = type !== undefined && Object.hasOwn(kinds(), type) ? kinds()[type] : undefined;
    if (check === undefined) report(path, `no ${what}: ${type}`);
    else check(value, path, report);
  };

// Composition objects

export const plainText =
  (max: number): Check =>
  (value, path, report) => {
    shape({ text: words(max), emoji: oneOf(false) })(value, path, report);
    if (!isObject(value) || value.type !== 'plain_text') report(path, 'not plain text');
  };

/** Untrusted text may stand in mrkdwn only with automatic links and mentions off. */
const mrkdwn =
  (max: number): Check =>
  (value, path, report) => {
    shape({ text: words(max), verbatim: oneOf(true) })(value, path, report);
    if (!isObject(value) || value.type !== 'mrkdwn') return report(path, 'not mrkdwn');
  };

export const anyText =
  (max: number): Check =>
  (value, path, report) =>
    (isObject(value) && value.type === 'mrkdwn' ? mrkdwn(max) : plainText(max))(value, path, report);
