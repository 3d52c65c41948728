/** Alert to PagerDuty against the serialisation of its own payload. */
import type { Alert } from '../../src/domains/alert/schema.js';
import { createFormatters } from '../../src/index.js';
import { complexAlert, typicalAlert } from './alerts.js';
import { compare, print, tail } from './rounds.js';

const inputs = 500;
const floor = 'floor: JSON.stringify of the payload';

/** Prints the ratios of one kind of alert in one language. */
function run(title: string, make: (index: number) => Alert, locale: string): void {
  const { pagerduty } = createFormatters({ tenantId: 'bench', locale, timeZone: 'Europe/Paris' });
  const alerts = Array.from({ length: inputs }, (_value, index) => make(index));
  const payloads = alerts.map((alert) => pagerduty.format(alert).payload);
  const at = (index: number): Alert => alerts[index] ?? make(index);
  const bytes = Buffer.byteLength(JSON.stringify(payloads[0]));
  const timings = compare(
    [
      { name: floor, run: (index) => JSON.stringify(payloads[index]) },
      { name: 'format', run: (index) => pagerduty.format(at(index)) },
      { name: 'format + JSON.stringify', run: (index) => JSON.stringify(pagerduty.format(at(index)).payload) },
    ],
    inputs,
  );
  print(`${title}, ${locale}, ${bytes} bytes`, timings, floor);
  const { p50, p99, max } = tail((index) => JSON.stringify(pagerduty.format(at(index % inputs)).payload), 20_000);
  process.stdout.write(`  wall clock: p50 ${p50.toFixed(1)} us, p99 ${p99.toFixed(1)} us, max ${max.toFixed(0)} us\n`);
}

/** Runs the whole comparison. */
export function benchPagerDuty(): void {
  for (const locale of ['en', 'fr-FR', 'ar']) run('typical alert to PagerDuty', typicalAlert, locale);
  for (const locale of ['en', 'ar']) run('complex alert to PagerDuty', complexAlert, locale);
}
