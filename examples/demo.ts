/** Shows alerts as the messages people get: `npm run demo`, `npm run demo -- FILE.json --locale ar`, `npm run demo -- --help`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArguments } from './support/demo-arguments.js';
import { DemoError } from './support/demo-error.js';
import { readInput } from './support/demo-input.js';
import { allChannels, channelNames, renderDemo } from './support/render-demo.js';
import { writeMails } from './support/write-mails.js';

/** The clock of the example stands still, so that the output is the same every day. */
const exampleNow = Date.UTC(2026, 10, 20, 10, 0);
const exampleName = 'examples/inputs/alertmanager-webhook.json';
const exampleFile = fileURLToPath(new URL('inputs/alertmanager-webhook.json', import.meta.url));

const help = `Usage: npm run demo -- [FILE.json] [options]

Prints the messages that become of alerts: what a person reads, the payload, follow-ups and diagnostics.
FILE.json is what Alertmanager, Grafana, CloudWatch (bare, of SNS or EventBridge), Datadog or PagerDuty sends, an alert, or an
array of alerts. Without it an example is shown, and its mails are written to examples/out as .eml and .html.

  --locale TAG      language, such as ar or fr-FR; default: fr-FR and ar, one after the other
  --time-zone ZONE  IANA zone, such as Asia/Riyadh; default: Europe/Paris for fr-FR and Asia/Riyadh for ar,
                    UTC for a language of your choice
  --channel ID      ${channelNames.join(', ')};
                    default: ${allChannels} for a file of yours, slack for the example
  --now TIME        the present, such as 2026-11-20T10:00:00Z; default: that time for the example, and no clock
                    for a file of yours: nothing then says how long an alert has lasted so far
  -h, --help        this text

The clock, language and time zone of the host are never read: the same command prints the same everywhere.
`;

const readProblems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DemoError(`Cannot read \`${file}\`: ${readProblems[code] ?? code}`);
  }
}

async function run(args: readonly string[]): Promise<string> {
  const { help: wantsHelp, file, now, readers, channel } = readArguments(args);
  if (wantsHelp) return help;
  if (file !== undefined) {
    const task = { readers, channel: channel ?? allChannels, name: file, text: readText(file) };
    return renderDemo({ ...task, ...(now !== undefined && { now }) });
  }
  const text = readText(exampleFile);
  const shown = renderDemo({ readers, channel: channel ?? 'slack', name: exampleName, text, now: now ?? exampleNow });
  const { alerts } = readInput(text);
  const folder = new URL('out/', import.meta.url);
  const names = await writeMails({ alerts, readers, now: now ?? exampleNow, folder });
  return `${shown}\n=== email: written to examples/out, to be opened in a mail client and a browser\n\n${names.join('\n')}\n`;
}

// Whoever reads may stop early: `npm run demo | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
