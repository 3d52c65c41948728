/** What the webhooks of Alertmanager and Grafana have in common. */
import type { Alert } from '../../domains/alert/schema.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';
import { toEpochMs } from '../../kernel/instant.js';
import * as z from '../../kernel/zod.js';

export const strings = z.record(z.string(), z.string());

export const time = z.custom<string>(
  (value) => typeof value === 'string' && toEpochMs(value) !== undefined,
  'an ISO 8601 time with offset or Z',
);

/** Go's zero time, which stands for "not ended" and "unknown". */
const isZeroTime = (text: string): boolean => text.startsWith('0001-01-01T');

/** When an alert ended. While it fires they send zero, or a time in the future, when they would give up waiting for news. */
export const endOf = (endsAt: string | undefined, isResolved: boolean): number | undefined =>
  endsAt === undefined || !isResolved || isZeroTime(endsAt) ? undefined : toEpochMs(endsAt);

/** Counts on the last alert, where readers see it, those of the group that the source left out, and reports them. */
export function countOmitted(
  alerts: readonly Alert[],
  omitted: number | undefined,
  source: string,
  diagnostics: Diagnostic[],
): void {
  if (omitted === undefined || omitted <= 0) return;
  diagnostics.push({
    code: 'dropped',
    severity: 'warning',
    path: 'truncatedAlerts',
    message: `${source} left ${omitted} alerts of the group out of the webhook`,
    limit: alerts.length,
    actual: alerts.length + omitted,
    unit: 'item',
  });
  const last = alerts[alerts.length - 1];
  if (last !== undefined) last.omittedAlerts = omitted;
}
