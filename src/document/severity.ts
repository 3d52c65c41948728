/** How severities and states look, on every channel alike. */
import type { Severity, Status } from './nodes.js';

type Look = { readonly emoji: string; readonly color: string };

/** Colours are mid-tones: readable as a bar or badge on light and on dark ground. */
const severityLooks: Record<Severity, Look> = {
  critical: { emoji: '🔴', color: '#C62828' },
  error: { emoji: '🟠', color: '#E65100' },
  warning: { emoji: '🟡', color: '#F9A825' },
  info: { emoji: '🔵', color: '#1565C0' },
};

const statusLooks: Record<Exclude<Status, 'firing'>, Look> = {
  acknowledged: { emoji: '👀', color: '#6A1B9A' },
  resolved: { emoji: '✅', color: '#2E7D32' },
};

const neutral: Look = { emoji: '', color: '#616161' };

/** The emoji and colour of a document: its state once it no longer fires, else its severity. */
export function lookOf(severity: Severity | undefined, status: Status | undefined): Look {
  if (status !== undefined && status !== 'firing') return statusLooks[status];
  return severity === undefined ? neutral : severityLooks[severity];
}
