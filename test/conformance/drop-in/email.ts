/** What callers write: the payload goes into nodemailer as it is, beside addresses of their own. Never run, only compiled. */
import { createFormatters, type EmailAttachment, type EmailPayload } from 'channel-formatters';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Attachment } from 'nodemailer/lib/mailer/index.js';

const alert = { severity: 'critical', title: 'x', source: 'y', startedAt: 0 } as const;
const { email } = createFormatters({ tenantId: 'label_42' });
const { payload } = email.format(alert);

const to = 'on-call@example.com';
const mail: SendMailOptions = { from: 'alerts@example.com', to, ...payload };
const configured: SendMailOptions = { to, ...createFormatters({ tenantId: 'label_42' }).email.format(alert).payload };
export const sent: Promise<unknown>[] = [
  createTransport({ streamTransport: true }).sendMail(mail),
  createTransport({ host: 'smtp.example.com' }).sendMail({ to, ...payload }),
  createTransport({ jsonTransport: true }).sendMail(configured),
];

const attachments: EmailAttachment[] = payload.attachments;
export const parts: Attachment[] = attachments;
/** Callers may add what they like, since arrays of a payload are theirs. */
export const more: SendMailOptions = { ...payload, attachments: [...attachments, { filename: 'a.txt', content: 'x' }] };
/** A logger takes a payload too, because it is an alias and not an interface. */
export const record: Record<string, unknown> = payload satisfies EmailPayload;

// @ts-expect-error A header of nodemailer is no number.
export const wrong: SendMailOptions = { ...payload, subject: 1 };
// @ts-expect-error Slack's payload is no mail.
export const other: SendMailOptions = createFormatters({ tenantId: 'label_42' }).slack.format(alert).payload;
