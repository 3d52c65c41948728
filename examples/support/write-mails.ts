/** Writes alerts as files that any mail client and any browser opens. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type ChannelInput, createFormatters } from 'channel-formatters';
import { createTransport } from 'nodemailer';
import type { Reader } from './demo-arguments.js';

export type MailTask = {
  readonly alerts: readonly ChannelInput[];
  readonly readers: readonly Reader[];
  /** Epoch milliseconds: the clock, and the date of the mails. */
  readonly now: number;
  /** Where the files go; created if it is not there. */
  readonly folder: URL;
};

const tenant = {
  tenantId: 'demo',
  brand: { name: 'channel-formatters demo' },
  channels: {
    email: {
      from: { name: 'Alerts', address: 'alerts@example.com' },
      listId: { id: 'alerts.example.com' },
      unsubscribeUrl: 'https://example.com/alerts/unsubscribe',
    },
  },
};

/** Writes an `.eml` and an `.html` for each alert and reader. Nothing is sent. Returns the names of the files. */
export async function writeMails({ alerts, readers, now, folder }: MailTask): Promise<string[]> {
  const { email } = createFormatters(tenant);
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const reader of readers) {
    for (const [index, alert] of alerts.entries()) {
      const { payload } = email.format(alert, { ...reader, now });
      const name = `alert-${index + 1}.${reader.locale}`;
      // A boundary and a date of our own make the same bytes each time.
      const mail = { ...payload, to: 'on-call@example.com', date: new Date(now), baseBoundary: name };
      const { message } = await transport.sendMail(mail);
      writeFileSync(new URL(`${name}.eml`, folder), message as Buffer);
      writeFileSync(new URL(`${name}.html`, folder), payload.html);
      names.push(`${name}.eml`, `${name}.html`);
    }
  }
  return names;
}
