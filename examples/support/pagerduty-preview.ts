/** An event as its page at PagerDuty shows it: the alert, its details, and what can be opened. */
import type { PagerDutyPayload } from 'channel-formatters';

/** Prints an event. */
export function previewPagerDuty(event: PagerDutyPayload): string {
  if (!('payload' in event)) return `[${event.event_action} ${event.dedup_key}]`;
  const { summary, custom_details: details } = event.payload;
  const head = 'event_action' in event ? `[${event.event_action}, ${event.payload.severity}] ` : '[change] ';
  const links = (event.links ?? []).map(({ href, text }) => `[${text ?? href}] <${href}>`);
  const images = 'images' in event ? (event.images ?? []).map(({ src, alt }) => `[${alt ?? 'image'}] <${src}>`) : [];
  const lines = [head + summary, details === undefined ? '' : JSON.stringify(details, null, 2), ...links, ...images];
  return lines.filter((line) => line !== '').join('\n');
}
