/** The identity of an alert. */
import { shortDigest, stableId } from '../../kernel/hash.js';
import type { Alert } from './schema.js';

/** Room in every place that holds it: Slack's metadata, PagerDuty's dedup_key (255 characters). */
const maxFingerprintChars = 200;

/**
 * The identity an alert brings along, or one derived from what stays the same while it fires, is acknowledged and
 * resolves. Parts are length-prefixed by the digest, so that no label can pretend to be two.
 */
export function fingerprintOf(alert: Alert): string {
  if (alert.fingerprint !== undefined) return stableId(alert.fingerprint, maxFingerprintChars);
  const labels = alert.labels ?? {};
  const parts = [alert.source, alert.title, alert.component ?? '', alert.environment ?? ''];
  for (const name of sorted(Object.keys(labels))) parts.push(name, labels[name] ?? '');
  return shortDigest(32, ...parts);
}

/** Sources mostly send labels in order, and asking costs a tenth of sorting. */
function sorted(names: string[]): string[] {
  const isSorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
  return isSorted ? names : names.sort();
}
