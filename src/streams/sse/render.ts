/** Events as frames of an event stream. */
import { compressEvent } from '../../codec/compress-event.js';
import type { CloudEvent } from '../../envelope/envelope.js';
import { isJsonData } from '../../envelope/event.js';
import { structuredText } from '../../envelope/formats.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { InputInvalidError, LimitExceededError } from '../../kernel/errors.js';
import { measure } from '../../kernel/measure.js';
import { type CompressionOptions, settleCompression } from '../../tenant/compression-options.js';
import type { SseTenantOptions } from '../../tenant/sse-options.js';
import { losesLineEnds, writeSseEvent } from './frame.js';
import { checkSseEvent } from './schema.js';

export type SseCallOptions = CompressionOptions & {
  /** The name that readers listen to. @default as the tenant settled: `message`, or the event's type */
  event?: string;
  /** How long readers wait before they connect again, from this event on. */
  retryMs?: number;
};

/** Attributes that `data` mode has no place for. */
const leftOut = ['source', 'subject', 'time', 'dataschema'] as const;

const defaultMaxEventBytes = 1_048_576;

/** Data of a type that is no JSON are text here: an event stream is text. */
function dataText(event: CloudEvent, diagnostics: Diagnostic[]): string {
  const { data } = event;
  if (data === undefined) return '';
  if (data instanceof Uint8Array) {
    diagnostics.push({ code: 'normalized', severity: 'info', path: 'data', message: 'Bytes are written as base64' });
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
  }
  if (isJsonData(event)) return JSON.stringify(data);
  const text = String(data);
  if (losesLineEnds(text)) {
    const message = 'CR and CRLF reach readers as LF, which is how event streams end lines';
    diagnostics.push({ code: 'normalized', severity: 'info', path: 'data', message });
  }
  return text;
}

function reportLeftOut(event: CloudEvent, diagnostics: Diagnostic[]): void {
  for (const path of leftOut) {
    if (event[path] === undefined) continue;
    diagnostics.push({
      code: 'dropped',
      severity: 'info',
      path,
      message: `Mode \`data\` has no place for \`${path}\``,
    });
  }
  if (event.extensions.length === 0) return;
  const message = 'Mode `data` has no place for extensions';
  diagnostics.push({ code: 'dropped', severity: 'info', path: 'extensions', message });
}

/**
 * Writes one event.
 *
 * @throws InputInvalidError when `id` or `type` cannot be sent in an event stream
 * @throws LimitExceededError when the frame is larger than the tenant allows
 */
export function renderSse(
  formatter: string,
  event: CloudEvent,
  settled: Readonly<SseTenantOptions>,
  options: SseCallOptions,
  diagnostics: Diagnostic[],
): { frame: string; bytes: number } {
  const { mode = 'structured', event: naming = 'message', maxEventBytes = defaultMaxEventBytes } = settled;
  const name = options.event ?? (naming === 'type' ? event.type : undefined);
  const issues = checkSseEvent(event.id, options.event === undefined ? name : undefined);
  if (issues.length > 0) throw new InputInvalidError(formatter, issues);
  if (mode === 'data') reportLeftOut(event, diagnostics);
  const data =
    mode === 'structured'
      ? structuredText(compressEvent(event, settleCompression(settled, options), 'base64'))
      : dataText(event, diagnostics);
  const frame = writeSseEvent({
    id: event.id,
    data,
    ...(name !== undefined && { event: name }),
    ...(options.retryMs !== undefined && { retryMs: options.retryMs }),
  });
  // Three bytes is the most that a UTF-16 unit takes: counting is only for what comes near.
  const bytes = frame.length * 3 <= maxEventBytes ? frame.length : measure(frame, 'byte');
  if (bytes > maxEventBytes)
    throw new LimitExceededError({ path: 'data', limit: maxEventBytes, actual: bytes, unit: 'byte' });
  return { frame, bytes };
}
