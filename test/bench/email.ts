/** Alert to mail against its own serialisation. The budget is 150 microseconds for a complex alert without rich HTML. */
import { createFormatters } from '../../src/index.js';
import { complexAlert, typicalAlert } from './alerts.js';
import { compare, print } from './rounds.js';

const inputs = 200;
const floor = 'floor: JSON.stringify of the payload';

/** Prints the ratios of typical and complex alerts. */
export function benchEmail(): void {
  for (const [kind, make] of [
    ['typical', typicalAlert],
    ['complex', complexAlert],
  ] as const) {
    for (const locale of ['en', 'fr-FR', 'ar']) {
      const { email } = createFormatters({ tenantId: 'bench', locale, timeZone: 'Europe/Paris' });
      const alerts = Array.from({ length: inputs }, (_value, index) => make(index));
      const payloads = alerts.map((alert) => email.format(alert).payload);
      const tasks = [
        { name: floor, run: (index: number) => JSON.stringify(payloads[index]) },
        { name: 'format', run: (index: number) => email.format(alerts[index] ?? make(index)) },
      ];
      const bytes = Buffer.byteLength(payloads[0]?.html ?? '');
      print(`${kind} alert to mail, ${locale}, ${bytes} bytes of HTML`, compare(tasks, inputs), floor);
    }
  }
}
