/** What nodemailer's `sendMail` takes, spread beside `to`. Types are aliases and arrays mutable, as its own are. */
import type { EmailAddress } from '../../tenant/email-options.js';

/** A file of the mail, or a picture that the HTML refers to by `cid`. */
export type EmailAttachment = {
  filename: string;
  content: string | Buffer;
  contentType: string;
  contentDisposition: 'attachment' | 'inline';
  /** Id of the part without angle brackets; the HTML has `cid:` and the same. */
  cid?: string;
};

export type EmailPayload = {
  subject: string;
  html: string;
  text: string;
  /** Further headers; each value is one line. */
  headers: Record<string, string>;
  /** `List-Id`, which nodemailer writes as RFC 2919 wants it. */
  list?: { id: string | { url: string; comment: string } };
  attachments: EmailAttachment[];
  /** The same for the same state of the same incident, so that a mail which is sent twice is shown once. */
  messageId: string;
  /** A message that no mail carries, one an incident: clients show what refers to it as one conversation. */
  inReplyTo?: string;
  references?: string[];
  priority?: 'high' | 'low';
  from?: EmailAddress;
  replyTo?: EmailAddress;
};
