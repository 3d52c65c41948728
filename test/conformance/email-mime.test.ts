/** Mails as nodemailer writes them, read back by two parsers that know nothing of it or of each other. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/kernel/errors.js';
import { typical } from '../fixtures/alerts/typical.js';
import {
  hasPython,
  isRequired,
  type PythonMessage,
  type ReadMessage,
  readWithPostalMime,
  readWithPython,
  recipient,
  sender,
  toMessage,
} from '../support/email-consumers.js';
import { allMails, type Mail, mailFormatter } from '../support/email-mails.js';
import { hasInjectionSamples, injectionSamples } from '../support/injection-samples.js';

type Sent = { readonly mail: Mail; readonly raw: Buffer; readonly recipients: string[] };

const headerOf = ({ headers }: ReadMessage, name: string): string | undefined =>
  headers.find(([key]) => key === name.toLowerCase())?.[1];

const namesOf = ({ headers }: ReadMessage): string[] => headers.map(([key]) => key).sort();

/** What a reader has to understand of a mail. */
function expectRead(read: ReadMessage, { payload }: Mail): void {
  expect(read.subject).toBe(payload.subject);
  expect(read.text).toBe(payload.text);
  expect(read.html).toBe(payload.html);
  expect(read.from).toBe(`${sender.name} <${sender.address}>`);
  expect(read.to).toEqual([recipient]);
  expect(headerOf(read, 'Message-ID')).toBe(payload.messageId);
  expect(headerOf(read, 'References')).toBe(payload.references?.join(' '));
  expect(headerOf(read, 'In-Reply-To')).toBe(payload.inReplyTo);
  for (const [name, value] of Object.entries(payload.headers))
    expect([name, headerOf(read, name)]).toEqual([name, value]);
  expect(new Set(namesOf(read)).size).toBe(read.headers.length);
  const parts = payload.attachments.map(({ filename, content, contentType, contentDisposition, cid = null }) => ({
    filename,
    type: contentType.split(';')[0],
    disposition: contentDisposition,
    cid,
    base64: Buffer.from(content).toString('base64'),
  }));
  expect([...read.attachments].sort(byName)).toEqual(parts.sort(byName));
}

const byName = (a: { filename: string | null }, b: { filename: string | null }): number =>
  String(a.filename).localeCompare(String(b.filename));

/** nodemailer repeats a name that is not ASCII in a quoted string of `Content-Type`, as all mail programs do for old ones. */
const isKnown = ({ header }: PythonMessage['defects'][number]): boolean => header.toLowerCase() === 'content-type';

let sent: Sent[];

beforeAll(async () => {
  sent = [];
  for (const mail of await allMails()) sent.push({ mail, ...(await toMessage(mail.payload)) });
});

describe('messages of nodemailer', () => {
  it('have no line over 998 octets and none that ends otherwise than with CR LF', () => {
    const over = (raw: Buffer): number =>
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      );
    expect(sent.filter(({ raw }) => over(raw) > 998)).toEqual([]);
    for (const { raw } of sent) expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('have header lines of 78 octets at most, but for what cannot be folded', () => {
    for (const { raw } of sent) {
      const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
      const long = head.split('\r\n').filter((line) => line.length > 78);
      // One word, after the name of the header: a URL or an id.
      expect(long.filter((line) => !/^(?:[\w-]+:)? \S+$/.test(line))).toEqual([]);
    }
  });

  it('are pure ASCII and go to nobody but the recipient', () => {
    for (const { raw, recipients } of sent) {
      expect(raw.some((byte) => byte > 0x7e)).toBe(false);
      expect(recipients).toEqual([recipient]);
    }
  });

  it('carry the kinds of parts that the tests below are about', () => {
    const attachments = sent.flatMap(({ mail }) => mail.payload.attachments);
    expect(attachments.some(({ filename }) => /^\p{Script=Arabic}+\.txt$/u.test(filename))).toBe(true);
    expect(attachments.some(({ cid }) => cid !== undefined)).toBe(true);
    expect(sent.length).toBeGreaterThanOrEqual(21);
  });
});

describe('postal-mime', () => {
  it('reads what was formatted', async () => {
    for (const { mail, raw } of sent) expectRead(await readWithPostalMime(raw), mail);
  });
});

describe.skipIf(!hasPython && !isRequired)("Python's standard library", () => {
  let read: PythonMessage[];

  beforeAll(() => {
    read = readWithPython(sent.map(({ raw }) => raw));
  });

  it('reads what was formatted', () => {
    for (const [index, { mail }] of sent.entries()) {
      const message = read[index];
      if (message === undefined) throw new Error(`expected ${mail.name} to be read`);
      expectRead(message, mail);
    }
  });

  it('sees no defect but the one of names that are not ASCII', () => {
    const defects = read.flatMap((message) => message.defects);
    expect(defects.filter((defect) => !isKnown(defect))).toEqual([]);
    const concerned = read.filter((message) => message.defects.length > 0);
    for (const { attachments } of concerned) {
      expect(attachments.some(({ filename }) => /[^\x20-\x7e]/.test(filename ?? ''))).toBe(true);
    }
  });

  it('reports defects and added headers where there are any, so that silence means something', () => {
    const head = 'Subject: x\r\nBcc: v@example.com\r\nFrom: a@example.com\r\n';
    const broken = ['Content-Type: multipart/mixed', 'Content-Disposition: attachment; filename="=?UTF-8?Q?a?="'];
    const messages = readWithPython(broken.map((line) => Buffer.from(`${head}${line}\r\n\r\nx`)));
    expect(messages.map(({ to }) => to)).toEqual([['v@example.com'], ['v@example.com']]);
    expect(messages.map(({ defects }) => defects[0]?.header)).toEqual(['', 'Content-Disposition']);
  });

  it('sees plain text before HTML, pictures beside the HTML, and files at the end', () => {
    const structures = new Map(sent.map(({ mail }, index) => [mail.name, read[index]?.structure]));
    expect(structures.get('typical')).toBe('alternative(plain,html)');
    expect(structures.get('all-nodes')).toBe('alternative(plain,related(html,png))');
    expect(structures.get('over-long')).toBe('mixed(alternative(plain,html),plain)');
  });
});

describe('header injection', () => {
  const breaks = [
    '\r\n',
    '\n',
    '\r',
    '\r\n\r\n',
    '\0',
    '\u0085',
    '\u2028',
    '\u2029',
    '\v',
    '\f',
    '%0d%0a',
    '\u560a\u560d',
  ];
  const attempts: readonly (readonly [id: string, text: string])[] = [
    ...breaks.map((end) => [JSON.stringify(end), `Hi${end}Bcc: v@example.com`] as const),
    ['encoded word', '=?UTF-8?Q?Hi=0D=0ABcc:_v@example.com?='],
    ['encoded words', '=?UTF-8?B?SGkNCkJjYzogdkBleGFtcGxlLmNvbQ==?= =?UTF-8?Q?=0A?='],
    ['encoded word of another case', '=?utf-8*en?b?4oCuZ25w?= x =?us-ascii?q?=00?='],
    ['quotes', '"x" <a@example.com>, v@example.com'],
    ['angle brackets', '>\r\n <v@example.com>'],
  ];
  const samples = injectionSamples.filter(([id]) => /^(?:header-crlf|unicode-spoof|log-ansi|kafka-header)/.test(id));
  const data = (text: string) => ({
    ...typical,
    title: `${text} x`,
    description: text,
    source: `${text} x`,
    component: text,
    fingerprint: `${text} x`,
    labels: { [text]: text },
    metrics: { [text]: 1 },
    affectedTenants: [text],
    links: [{ url: 'https://ok.example.com/', label: text }],
  });

  async function send(list: readonly (readonly [id: string, text: string])[]) {
    const email = mailFormatter('en');
    const options = { correlationId: 'req-7f3a' };
    const payloads = list.map(([, text]) => email.format(data(text), options).payload);
    const messages = await Promise.all(payloads.map((payload) => toMessage(payload)));
    const plain = await readWithPostalMime((await toMessage(email.format(typical, options).payload)).raw);
    return { payloads, messages, expected: namesOf(plain) };
  }

  async function expectNoInjection(list: readonly (readonly [id: string, text: string])[]): Promise<void> {
    const { payloads, messages, expected } = await send(list);
    const byPython = hasPython || isRequired ? readWithPython(messages.map(({ raw }) => raw)) : [];
    for (const [index, [id]] of list.entries()) {
      const { raw, recipients } = messages[index] ?? { raw: Buffer.alloc(0), recipients: [] };
      expect([id, recipients]).toEqual([id, [recipient]]);
      for (const reader of [await readWithPostalMime(raw), byPython[index]]) {
        if (reader === undefined) continue;
        expect([id, namesOf(reader)]).toEqual([id, expected]);
        expect([id, reader.to]).toEqual([id, [recipient]]);
        expect([id, reader.subject]).toEqual([id, payloads[index]?.subject]);
        expect(reader.subject).not.toMatch(/[\r\n\0\u2028\u2029\u202e]/);
      }
    }
  }

  it('adds no header and no recipient, whatever the data is', () => expectNoInjection(attempts));

  it.skipIf(!hasInjectionSamples && !isRequired)('adds none from samples of the field either', async () => {
    expect(samples.length).toBeGreaterThan(5);
    await expectNoInjection(samples);
  });

  it.each(['from', 'replyTo'] as const)('is refused in the option %s', (key) => {
    for (const end of ['\r\n', '\n', '\r', '\0', '\u2028']) {
      const hostile = [`a@example.com${end}Bcc: v@example.com`, { name: `x${end}Bcc: v`, address: 'a@example.com' }];
      for (const value of hostile) {
        const result = mailFormatter('en').tryFormat(typical, { [key]: value });
        expect(result.ok ? 'accepted' : isFormatError(result.error, 'ERR_OPTIONS_INVALID')).toBe(true);
      }
    }
  });
});
