/** The words for severities that monitoring systems and their users have. */
import type { Severity } from '../../document/nodes.js';

/** Severity labels in use; anything else counts as an error, so that nobody sleeps through an unknown word. */
const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  page: 'critical',
  fatal: 'critical',
  emergency: 'critical',
  error: 'error',
  major: 'error',
  high: 'error',
  warning: 'warning',
  warn: 'warning',
  minor: 'warning',
  medium: 'warning',
  info: 'info',
  information: 'info',
  notice: 'info',
  low: 'info',
  none: 'info',
};

/** The severity that a word names; `undefined` for one that nobody knows. */
export const knownSeverity = (word: string): Severity | undefined => {
  const name = word.toLowerCase();
  return Object.hasOwn(severities, name) ? severities[name] : undefined;
};

/** The severity of a label, by its usual names; `error` for an unknown one. */
export const severityOf = (label: string | undefined): Severity =>
  label === undefined ? 'warning' : (knownSeverity(label) ?? 'error');

/** One to five, as incident management counts them. */
const byPriority: readonly Severity[] = ['critical', 'error', 'warning', 'info', 'info'];

const priority = /^(?:p|sev|priority)?[ -]?([1-5])$/i;

/** The severity of a priority such as `P1`, `SEV-2` or `3`. */
export function severityOfPriority(word: string | number | undefined): Severity | undefined {
  const digit = word === undefined ? undefined : priority.exec(String(word).trim())?.[1];
  return digit === undefined ? undefined : byPriority[Number(digit) - 1];
}
