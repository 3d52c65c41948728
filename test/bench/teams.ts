/** Alert to Teams against its own serialisation. */
import type { Alert } from '../../src/domains/alert/schema.js';
import { createFormatters } from '../../src/index.js';
import { complexAlert, typicalAlert } from './alerts.js';
import { compare, print, tail } from './rounds.js';

const inputs = 500;

/** Prints the ratios of one kind of alert in one language. */
function run(title: string, make: (index: number) => Alert, locale: string): void {
  const { teams } = createFormatters({ tenantId: 'bench', locale, timeZone: 'Europe/Paris' });
  const alerts = Array.from({ length: inputs }, (_value, index) => make(index));
  const payloads = alerts.map((alert) => teams.format(alert).payload);
  const at = (index: number): Alert => alerts[index] ?? make(index);
  const bytes = Buffer.byteLength(JSON.stringify(payloads[0]));
  const floor = 'floor: JSON.stringify of the payload';
  const timings = compare(
    [
      { name: floor, run: (index) => JSON.stringify(payloads[index]) },
      { name: 'format', run: (index) => teams.format(at(index)) },
      { name: 'format + JSON.stringify', run: (index) => JSON.stringify(teams.format(at(index)).payload) },
    ],
    inputs,
  );
  print(`${title}, ${locale}, ${bytes} bytes`, timings, floor);
  const { p50, p99, max } = tail((index) => JSON.stringify(teams.format(at(index % inputs)).payload), 20_000);
  process.stdout.write(`  wall clock: p50 ${p50.toFixed(1)} us, p99 ${p99.toFixed(1)} us, max ${max.toFixed(0)} us\n`);
}

/** Runs the whole comparison. */
export function benchTeams(): void {
  for (const locale of ['en', 'fr-FR', 'ar']) run('typical alert to Teams', typicalAlert, locale);
  for (const locale of ['en', 'ar']) run('complex alert to Teams', complexAlert, locale);
}
