/** Prints a digest of what a formatter makes of inputs: run in processes of other zones and languages. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createFormatters } from '../../src/index.js';
import type { Formatter } from '../../src/kernel/result.js';

const [id = ''] = process.argv.slice(2);
const { inputs, now } = JSON.parse(readFileSync(0, 'utf8')) as { inputs: unknown[]; now: number };
const digest = createHash('sha256');
for (const locale of ['en', 'fr-FR', 'ar']) {
  const formatters = createFormatters({
    tenantId: 'label_42',
    locale,
    timeZone: 'Africa/Casablanca',
    clock: () => now,
    channels: { kafka: { topic: 'events' } },
  });
  const formatter = (formatters as unknown as Record<string, Formatter<never, unknown>>)[id];
  digest.update(JSON.stringify(formatter?.formatMany(inputs)));
}
process.stdout.write(digest.digest('hex'));
