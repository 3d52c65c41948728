/** Sends events with PagerDuty's own client, which speaks https only: run with NODE_EXTRA_CA_CERTS. */
import { readFileSync } from 'node:fs';
import { event } from '@pagerduty/pdjs';

const [server] = process.argv.slice(2);
const answers = [];
for (const { type, data } of JSON.parse(readFileSync(0, 'utf8'))) {
  const { status } = await event({ data, server, ...(type !== undefined && { type }) });
  answers.push(status);
}
process.stdout.write(JSON.stringify(answers));
