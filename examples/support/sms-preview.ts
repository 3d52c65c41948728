/** A short message as a phone shows it, and what it costs. */
import type { SmsPayload } from 'channel-formatters';

/** Prints the body and a line on its parts. */
export function previewSms({ body, encoding, segments, culprits, costIfTransliterated }: SmsPayload): string {
  const units = segments.map((segment) => segment.units).join(' + ');
  const parts = `[${encoding}, ${segments.length} segments: ${units} units]`;
  const cheaper =
    costIfTransliterated < segments.length ? `\n[${costIfTransliterated} segments without ${culprits.join(' ')}]` : '';
  return `${body}\n${parts}${cheaper}`;
}
