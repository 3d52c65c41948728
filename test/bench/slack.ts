/** Alert to Slack against its own serialisation and against slack-block-builder. */
import { Bits, Blocks, Elements, Message } from 'slack-block-builder';
import type { Alert } from '../../src/domains/alert/schema.js';
import { createFormatters } from '../../src/index.js';
import { complexAlert, typicalAlert } from './alerts.js';
import { compare, print, tail } from './rounds.js';

const inputs = 500;

const chunk = (items: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_value, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/**
 * The same facts with the peer, which validates, localizes, escapes and limits nothing: sections with ten fields each, as
 * its documentation lays facts out.
 */
function buildWithPeer(alert: Alert): string {
  const metrics = Object.entries(alert.metrics ?? {}).map(([name, metric]) =>
    typeof metric === 'number'
      ? `*${name}*\n${metric}`
      : `*${name}*\n${metric.value} ${metric.unit} (threshold ${metric.threshold}, previously ${metric.previous})`,
  );
  const labels = Object.entries(alert.labels ?? {}).map(([name, value]) => `*${name}*\n${value}`);
  const facts = [
    `*Severity*\n${alert.severity}`,
    `*Source*\n${alert.source}`,
    `*Component*\n${alert.component}`,
    `*Environment*\n${alert.environment}`,
    `*Started*\n${alert.startedAt}`,
    `*Affected tenants*\n${alert.affectedTenants?.join(', ')}`,
  ];
  const message = Message({ text: alert.title })
    .blocks(Blocks.Header({ text: alert.title }))
    .attachments(
      Bits.Attachment({ color: '#C62828' }).blocks(
        Blocks.Section({ text: String(alert.description) }),
        ...[metrics, facts, labels].flatMap((lines) =>
          chunk(lines, 10).map((fields) => Blocks.Section().fields(...fields)),
        ),
        ...(alert.images ?? []).map(({ url, alt }) => Blocks.Image({ imageUrl: url, altText: alt })),
        Blocks.Actions().elements(
          ...(alert.actions ?? []).map(({ id, label, url, value }) =>
            Elements.Button({
              text: label,
              actionId: id,
              ...(url !== undefined && { url }),
              ...(value !== undefined && { value }),
            }),
          ),
        ),
      ),
    );
  return JSON.stringify(message.buildToObject());
}

/** Prints the ratios of one kind of alert in one language. */
function run(title: string, make: (index: number) => Alert, locale: string): void {
  const { slack } = createFormatters({ tenantId: 'bench', locale, timeZone: 'Europe/Paris' });
  const alerts = Array.from({ length: inputs }, (_value, index) => make(index));
  const payloads = alerts.map((alert) => slack.format(alert).payload);
  const at = (index: number): Alert => alerts[index] ?? make(index);
  const bytes = Buffer.byteLength(JSON.stringify(payloads[0]));
  const timings = compare(
    [
      { name: 'floor: JSON.stringify of the payload', run: (index) => JSON.stringify(payloads[index]) },
      { name: 'format', run: (index) => slack.format(at(index)) },
      { name: 'format + JSON.stringify', run: (index) => JSON.stringify(slack.format(at(index)).payload) },
      { name: 'slack-block-builder + JSON.stringify', run: (index) => buildWithPeer(at(index)) },
    ],
    inputs,
  );
  print(`${title}, ${locale}, ${bytes} bytes`, timings, 'floor: JSON.stringify of the payload');
  const { p50, p99, max } = tail((index) => JSON.stringify(slack.format(at(index % inputs)).payload), 20_000);
  process.stdout.write(`  wall clock: p50 ${p50.toFixed(1)} us, p99 ${p99.toFixed(1)} us, max ${max.toFixed(0)} us\n`);
}

/** Runs the whole comparison. */
export function benchSlack(): void {
  for (const locale of ['en', 'fr-FR', 'ar']) run('typical alert to Slack', typicalAlert, locale);
  for (const locale of ['en', 'ar']) run('complex alert to Slack', complexAlert, locale);
}
