/**
 * The event stream format, one event a frame: WHATWG HTML section 9.2, https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * Lines end in LF alone, and an `id` stands in the block of its `data`: readers disagree about everything else.
 */
import type { Issue } from '../../kernel/errors.js';

/** One event before it is written. */
export type SseEvent = {
  readonly id?: string;
  /** The name that `addEventListener` takes. Without one, readers get a `message`. */
  readonly event?: string;
  readonly retryMs?: number;
  readonly data: string;
};

/** CR, LF and CRLF all end a line. U+2028 and U+0085 do not. */
const lineEnd = /\r\n?|\n/;

/**
 * Ids come back in the header `Last-Event-ID`, so that only printable ASCII survives; blanks at the ends do not. NUL makes
 * browsers ignore the id.
 */
const idText = /^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/;
const nameText = /^[^\r\n\0\p{Cs}]{1,256}$/u;
/** Digits only; more than 32 bits is undefined in browsers. */
const maxRetryMs = 2 ** 31 - 1;

/** What the fields of a frame accept. */
export const sseExpected = {
  id: 'printable ASCII, 1 to 256 characters, no blank at the ends',
  event: '1 to 256 characters without NUL or line breaks',
  retryMs: `a whole number from 0 to ${maxRetryMs}`,
} as const;

/** Tells whether a text can be the id of an event. */
export const isSseId = (id: unknown): id is string => typeof id === 'string' && idText.test(id);

const checks: Readonly<Record<keyof typeof sseExpected, (value: unknown) => boolean>> = {
  id: isSseId,
  event: (value) => typeof value === 'string' && nameText.test(value),
  retryMs: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxRetryMs,
};

const fieldNames = ['id', 'event', 'retryMs'] as const;

/** Finds the fields of an event that would break out of their line, or that readers drop. */
export function checkSseFields(fields: { readonly [Name in keyof typeof sseExpected]?: unknown }): Issue[] {
  const issues: Issue[] = [];
  for (const path of fieldNames) {
    const value = fields[path];
    if (value === undefined || checks[path](value)) continue;
    issues.push({ path, message: `expected ${sseExpected[path]}`, expected: sseExpected[path] });
  }
  return issues;
}

/** Tells whether the data hold a line end that readers give back as LF. */
export const losesLineEnds = (data: string): boolean => data.includes('\r');

const inLines = (prefix: string, text: string): string => {
  // JSON never has a line end, and splitting takes longer than writing.
  if (!text.includes('\n') && !text.includes('\r')) return `${prefix}${text}\n`;
  return text.split(lineEnd).reduce((lines, line) => `${lines}${prefix}${line}\n`, '');
};

/** Writes an event whose fields {@link checkSseFields} has passed. */
export function writeSseEvent({ id, event, retryMs, data }: SseEvent): string {
  let frame = '';
  if (event !== undefined) frame += `event: ${event}\n`;
  if (id !== undefined) frame += `id: ${id}\n`;
  if (retryMs !== undefined) frame += `retry: ${retryMs}\n`;
  // One blank after the colon is removed by readers, so that data which begin with one keep it.
  return `${frame}${inLines('data: ', data)}\n`;
}

/**
 * Writes a comment, which no reader shows: send one every 15 seconds so that proxies keep the connection.
 *
 * @example
 * ```ts
 * import { sseComment } from 'channel-formatters/sse';
 *
 * console.log(sseComment('keep-alive') === ': keep-alive\n\n');
 * ```
 */
export function sseComment(text = ''): string {
  return `${inLines(text === '' ? ':' : ': ', text)}\n`;
}
