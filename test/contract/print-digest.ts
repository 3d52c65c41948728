/** Prints a digest of what a formatter makes of inputs: run in processes of other zones and languages. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createFormatter } from './formatter-of.js';

const [id = ''] = process.argv.slice(2);
const { inputs, now } = JSON.parse(readFileSync(0, 'utf8')) as { inputs: unknown[]; now: number };
const digest = createHash('sha256');
for (const locale of ['en', 'fr-FR', 'ar']) {
  const formatter = createFormatter(id, {
    tenantId: 'label_42',
    locale,
    timeZone: 'Africa/Casablanca',
    clock: () => now,
    channels: { kafka: { topic: 'events' } },
  });
  digest.update(JSON.stringify(formatter.formatMany(inputs)));
}
process.stdout.write(digest.digest('hex'));
