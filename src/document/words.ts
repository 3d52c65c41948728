/** The messages that name severities and states. Ids put together on each call would be hashed anew for every look-up. */
import type { Severity, Status } from './nodes.js';

/** `Critical`, `Warning`, ... */
export const severityWords = {
  critical: 'severity.critical',
  error: 'severity.error',
  warning: 'severity.warning',
  info: 'severity.info',
} as const satisfies Record<Severity, `severity.${Severity}`>;

/** `Firing`, `Resolved`, ... */
export const statusWords = {
  firing: 'status.firing',
  acknowledged: 'status.acknowledged',
  resolved: 'status.resolved',
} as const satisfies Record<Status, `status.${Status}`>;

/** The headline in each state. */
export const summaryWords = {
  firing: 'alert.summary.firing',
  acknowledged: 'alert.summary.acknowledged',
  resolved: 'alert.summary.resolved',
} as const satisfies Record<Status, `alert.summary.${Status}`>;
