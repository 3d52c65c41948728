/** What receives mails: nodemailer writes the message, postal-mime and Python's standard library read it back. */
import { spawnSync } from 'node:child_process';
import nodemailer from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import type { EmailPayload } from '../../src/formatters/email.js';

/** Says that a consumer which is absent is a failure, not a reason to skip. */
export const isRequired: boolean = process.env['REQUIRE_CONSUMERS'] === '1';

export const hasPython: boolean = spawnSync('python3', ['--version']).status === 0;

export const sender = { name: 'Maison Carthage, alerts', address: 'alerts@example.com' };
export const recipient = 'on-call@example.com';

// `windows`: line ends as SMTP carries them.
const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** Writes the message as it goes over the wire, and tells who would get it. */
export async function toMessage(payload: EmailPayload): Promise<{ raw: Buffer; recipients: string[] }> {
  const { message, envelope } = await transport.sendMail({ from: sender, to: recipient, ...payload });
  if (!Buffer.isBuffer(message)) throw new Error('expected the whole message in a buffer');
  return { raw: message, recipients: envelope.to };
}

export type ReadPart = {
  readonly filename: string | null;
  readonly type: string;
  readonly disposition: string | null;
  /** Without angle brackets. */
  readonly cid: string | null;
  readonly base64: string;
};

/** A message as a reader understood it. */
export type ReadMessage = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Names in lower case, in their order, and what stands behind them: unfolded, not decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly ReadPart[];
};

export type PythonMessage = ReadMessage & {
  /** How the parts are nested, as `mixed(plain,html)`. */
  readonly structure: string;
  readonly defects: readonly { readonly part: string; readonly header: string; readonly defect: string }[];
};

const withoutBrackets = (id: string | undefined): string | null => id?.replace(/^<|>$/g, '') ?? null;

const addressOf = ({ from }: Email): string =>
  from === undefined || from.group ? '' : `${from.name} <${from.address}>`;

/** postal-mime keeps the line break before a boundary with quoted-printable text; RFC 2046 section 5.1.1 gives it to the boundary. */
const withOneEnd = (text: string): string => text.replace(/\n+$/, '\n');

/** Reads a message with postal-mime. */
export async function readWithPostalMime(raw: Buffer): Promise<ReadMessage> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
  const { subject = '', text = '', html = '', headers, attachments } = email;
  return {
    subject,
    text: withOneEnd(text),
    html: withOneEnd(html),
    from: addressOf(email),
    to: [...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])].map(({ address = '' }) => address),
    headers: headers.map(({ key, value }) => [key, value]),
    attachments: attachments.map(({ filename, mimeType, disposition, contentId, content }) => ({
      filename,
      type: mimeType,
      disposition,
      cid: withoutBrackets(contentId),
      base64: String(content),
    })),
  };
}

const pythonReader = `
import base64, email, email.policy, json, sys

def content(message, kind):
    body = message.get_body((kind,))
    return '' if body is None else body.get_content()

def structure(part):
    children = ','.join(map(structure, part.iter_parts())) if part.is_multipart() else ''
    return part.get_content_subtype() + ('(' + children + ')' if children else '')

def leaf(part):
    cid = part['content-id']
    return {
        'filename': part.get_filename(),
        'type': part.get_content_type(),
        'disposition': part.get_content_disposition(),
        'cid': None if cid is None else str(cid).strip('<>'),
        'base64': base64.b64encode(part.get_payload(decode=True)).decode(),
    }

def read(raw):
    message = email.message_from_bytes(base64.b64decode(raw), policy=email.policy.default)
    defects, leaves = [], []
    for part in message.walk():
        found = [('', defect) for defect in part.defects]
        found += [(name, defect) for name, value in part.items() for defect in value.defects]
        defects += [{'part': part.get_content_type(), 'header': name, 'defect': str(defect)} for name, defect in found]
        if part.get_content_disposition() is not None:
            leaves.append(leaf(part))
    to = [a.addr_spec for name in ('to', 'cc', 'bcc') for h in message.get_all(name, []) for a in h.addresses]
    return {
        'subject': str(message['subject'] or ''),
        'text': content(message, 'plain'),
        'html': content(message, 'html'),
        'from': ' '.join(a.display_name + ' <' + a.addr_spec + '>' for a in message['from'].addresses),
        'to': to,
        'headers': [(name.lower(), str(value)) for name, value in message.items()],
        'attachments': leaves,
        'structure': structure(message),
        'defects': defects,
    }

json.dump([read(raw) for raw in json.load(sys.stdin)], sys.stdout)
`;

/** Reads messages with Python's standard library, which reports every defect it sees. */
export function readWithPython(raws: readonly Buffer[]): PythonMessage[] {
  const input = JSON.stringify(raws.map((raw) => raw.toString('base64')));
  const { status, stdout, stderr } = spawnSync('python3', ['-c', pythonReader], {
    input,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  const messages = JSON.parse(stdout) as PythonMessage[];
  return messages.map((message) => ({ ...message, text: unixLines(message.text), html: unixLines(message.html) }));
}

const unixLines = (text: string): string => text.replaceAll('\r\n', '\n');
