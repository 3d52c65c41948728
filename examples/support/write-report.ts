/** Writes a report as files that any program opens: messages, a mail, a page, tables. Nothing is sent. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createFormatters, type Report, type ReportOptions, type TenantConfig } from 'channel-formatters';
import { chartPng } from 'channel-formatters/chart-png';
import { toCsvFiles } from 'channel-formatters/csv';
import { html } from 'channel-formatters/html';
import { toJsonLd } from 'channel-formatters/json-ld';
import { markdown } from 'channel-formatters/markdown';
import { checkReport } from 'channel-formatters/report';
import { toXlsx } from 'channel-formatters/xlsx';
import { createTransport } from 'nodemailer';

/** Who reads. */
const readers: readonly Pick<TenantConfig, 'locale' | 'timeZone' | 'currency'>[] = [
  { locale: 'fr-FR', timeZone: 'Europe/Paris', currency: 'EUR' },
  { locale: 'ar', timeZone: 'Africa/Casablanca', currency: 'MAD' },
];

/** The time of the mails: what is written is the same each day. */
const now = Date.UTC(2026, 10, 30, 9);

const tenant: TenantConfig = {
  tenantId: 'label_42',
  brand: { name: 'Maison Carthage', color: '#2F4FB5', footer: 'Insights' },
  clock: () => now,
  channels: {
    slack: { charts: 'native' },
    email: { from: { name: 'Reports', address: 'reports@example.com' } },
  },
};

/** As wide as a column of a mail, twice as sharp. */
const pictureSize = { widthPx: 536, heightPx: 200, scale: 2, ground: '#FFFFFF' } as const;

type Formatters = ReturnType<typeof createFormatters>;

/** The formatters of reports. */
export type ReportId =
  | 'spotifyArtist'
  | 'playlistAnalytics'
  | 'revenueReport'
  | 'userEngagement'
  | 'mlModelPerformance';

type ReportFormatter = {
  format(input: unknown, options?: ReportOptions): { payload: Report; diagnostics: readonly { code: string }[] };
};

async function writeAll(formatters: Formatters, report: Report, folder: URL): Promise<string[]> {
  const names: string[] = [];
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(new URL(name, folder), content);
    names.push(name);
  };
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const slack = formatters.slack.format(report);
  write('slack.json', json([slack.payload, ...slack.followUps]));
  const teams = formatters.teams.format(report);
  write('teams.json', json([teams.payload, ...teams.followUps]));
  const sms = formatters.sms.format(report, { to: '+33612345678' });
  write('sms.txt', `${sms.payload.body}\n`);
  const mail = formatters.email.format(report).payload;
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const envelope = { ...mail, to: 'label@example.com', date: new Date(now), baseBoundary: 'report' };
  write('mail.eml', (await transport.sendMail(envelope)).message as Buffer);
  write('mail.html', mail.html);
  write('page.html', html.create(formatters.tenant).format(report).payload.html);
  write('page.md', markdown.create(formatters.tenant).format(report).payload.markdown);
  const jsonLd = toJsonLd(report);
  if (jsonLd !== undefined) write('page.json', `${jsonLd}\n`);
  for (const [index, chart] of report.charts.entries()) write(`chart-${index + 1}.png`, chartPng(chart, pictureSize));
  for (const { name, content } of toCsvFiles(report)) write(name, content);
  write('report.xlsx', toXlsx(report));
  return names;
}

/** Formats `examples/inputs/<name>.json` for all readers, and writes what each gets to `examples/out/<name>/<locale>/`. */
export async function writeReport(id: ReportId, name: string): Promise<void> {
  const input: unknown = JSON.parse(readFileSync(new URL(`../inputs/${name}.json`, import.meta.url), 'utf8'));
  for (const reader of readers) {
    const formatters = createFormatters({ ...tenant, ...reader });
    const formatter: ReportFormatter = formatters[id];
    const { payload, diagnostics } = formatter.format(input);
    const folder = new URL(`../out/${name}/${reader.locale}/`, import.meta.url);
    mkdirSync(folder, { recursive: true });
    const names = await writeAll(formatters, payload, folder);
    console.log(`${payload.document.title}\n`);
    for (const { text } of payload.insights) console.log(`  ${text}`);
    for (const { text } of payload.findings) console.log(`  ! ${text}`);
    const unproven = checkReport(payload, input);
    console.log(`\n  ${payload.kpis.length} key figures, ${unproven.length} numbers that do not follow from the input`);
    for (const { code } of diagnostics) console.log(`  ${code}`);
    console.log(`  examples/out/${name}/${reader.locale}/: ${names.join(', ')}\n`);
  }
}
