import { describe, expect, it } from 'vitest';
import type { EmailOptions } from '../../../src/formatters/email.js';
import { isFormatError } from '../../../src/index.js';
import { everyNode } from '../../fixtures/alerts/every-node.js';
import { hostile } from '../../fixtures/alerts/hostile.js';
import { typical } from '../../fixtures/alerts/typical.js';
import { createEmail, png } from './tenants.js';

const email = createEmail();
const unsubscribeUrl = 'https://mail.example.com/u/42';

describe('headers', () => {
  it('say that a machine wrote the mail, and in which language', () => {
    expect(email.format(typical).payload.headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'en',
    });
  });

  it.each([
    ['neither', {}, {}],
    ['both, by tenant', { unsubscribeUrl }, {}],
    ['both, by call', {}, { unsubscribeUrl }],
  ])('hold the pair that unsubscribes: %s', (_case, tenant, options) => {
    const { headers, html, text } = createEmail(tenant).format(typical, options).payload;
    const wanted = 'unsubscribeUrl' in { ...tenant, ...options };
    expect(headers['List-Unsubscribe']).toBe(wanted ? `<${unsubscribeUrl}>` : undefined);
    expect(headers['List-Unsubscribe-Post']).toBe(wanted ? 'List-Unsubscribe=One-Click' : undefined);
    expect([html.includes(unsubscribeUrl), text.includes(unsubscribeUrl)]).toEqual([wanted, wanted]);
  });

  it('name the list', () => {
    expect(createEmail({ listId: { id: 'alerts.label42.example' } }).format(typical).payload.list).toEqual({
      id: 'alerts.label42.example',
    });
    expect(
      createEmail({ listId: { id: 'alerts.label42.example', name: 'تنبيهات' } }).format(typical).payload.list,
    ).toEqual({
      id: { url: 'alerts.label42.example', comment: 'تنبيهات' },
    });
  });

  it.each([
    ['critical', 'firing', 'high'],
    ['error', 'firing', 'high'],
    ['warning', 'firing', undefined],
    ['info', 'firing', 'low'],
    ['critical', 'resolved', undefined],
  ] as const)('have the priority of %s, %s: %s', (severity, status, priority) => {
    expect(email.format({ ...typical, severity, status }).payload.priority).toBe(priority);
  });

  it('thread the states of an incident under one parent that is no mail', () => {
    const states = (['firing', 'acknowledged', 'resolved'] as const).map(
      (status) => email.format({ ...typical, status }).payload,
    );
    expect(new Set(states.map(({ messageId }) => messageId)).size).toBe(3);
    expect(new Set(states.map(({ references }) => String(references))).size).toBe(1);
    for (const { inReplyTo, references, messageId } of states) {
      expect(references).toEqual([inReplyTo]);
      expect(messageId).toMatch(/^<[0-9a-f]{32}@[0-9a-f]{16}\.invalid>$/);
    }
  });

  it('have one id a state, whenever it is written, and another one for an update', () => {
    const id = (options: EmailOptions) => email.format(typical, options).payload.messageId;
    expect(id({ now: 1_800_000_000_000 })).toBe(id({}));
    expect(id({ update: 2 })).not.toBe(id({}));
    expect(id({ locale: 'fr' })).not.toBe(id({}));
  });

  it('do not thread what has no identity', () => {
    const { fingerprint: _, ...meta } = everyNode('en', 'ltr').meta;
    const { payload } = email.format({ ...everyNode('en', 'ltr'), meta });
    expect(payload).not.toHaveProperty('references');
    expect(payload).not.toHaveProperty('inReplyTo');
  });

  it('tie ids to the tenant and to its domain', () => {
    const ids = ['a', 'b'].map(
      (tenantId) => createEmail({ messageIdDomain: 'alerts.example' }, { tenantId }).format(typical).payload.messageId,
    );
    expect(ids[0]).not.toBe(ids[1]);
    for (const id of ids) expect(id).toMatch(/@alerts\.example>$/);
  });

  it.each([
    ['req-7f3a', 'req-7f3a'],
    ['00-4bf92f3577b34da6-00f067aa0ba902b7-01', '00-4bf92f3577b34da6-00f067aa0ba902b7-01'],
    ['a/b+c==:1', 'a/b+c==:1'],
    ['a b', 'a%20b'],
    ['100%', '100%25'],
    ['%20', '%2520'],
    ['=?utf-8?q?Bcc?=', '%3D?utf-8?q?Bcc?='],
    ['طلب', '%D8%B7%D9%84%D8%A8'],
    ['\ud83d\ude00', '%F0%9F%98%80'],
  ])('carry the correlation id `%s` as `%s`, which can be read back', (correlationId, header) => {
    expect(email.format(typical, { correlationId }).payload.headers['X-Correlation-ID']).toBe(header);
    expect(decodeURIComponent(header)).toBe(correlationId);
  });

  it('refuse a correlation id that is too long once it is encoded', () => {
    expect(email.tryFormat(typical, { correlationId: 'x'.repeat(900) }).ok).toBe(true);
    expect(email.tryFormat(typical, { correlationId: 'ط'.repeat(200) })).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID' },
    });
  });
});

describe('the subject', () => {
  it.each([
    ['line breaks', 'a\r\nBcc: x@y.example', 'Warning: a Bcc: x@y.example'],
    ['separators and NUL', 'a\u2028b\u2029c\0d', 'Warning: a b cd'],
    ['overrides', 'Pay to \u202emoc.live\u202c', 'Warning: Pay to moc.live'],
  ])('is one line without %s', (_what, title, subject) => {
    expect(email.format({ ...typical, title }).payload.subject).toBe(subject);
  });

  it('is cut at 200 characters, and the mail has all of the title', () => {
    const title = `${'é👍🏽'.repeat(150)} end`;
    const { payload, diagnostics } = email.format({ ...typical, title });
    expect(payload.subject.length).toBeLessThanOrEqual(200);
    expect(payload.subject).toMatch(/👍🏽…$|é…$/u);
    expect(payload.text).toContain(title);
    expect(payload.html).toContain(title);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'truncated', path: 'title', limit: 200 }));
  });

  it('is the title alone where the tenant says so', () => {
    expect(createEmail({ subject: 'title' }).format(typical).payload.subject).toBe(typical.title);
  });

  it('has words where the title has none', () => {
    expect(email.format({ ...typical, title: '\0' }).payload.subject).toBe('Warning: Untitled alert');
  });
});

describe('options and settings that become headers', () => {
  const bad = ['x\r\nBcc: y@z.example', 'x\n', 'x\0', 'x\u2028y'];

  const refused: readonly (readonly [string, object])[] = [
    ...bad.map((text): readonly [string, object] => ['from', { from: text }]),
    ...bad.map((text): readonly [string, object] => ['replyTo', { replyTo: { name: text, address: 'a@b.example' } }]),
    ...bad.map((text): readonly [string, object] => ['correlationId', { correlationId: text }]),
    ...bad.map((text): readonly [string, object] => ['update', { update: text }]),
    ['from', { from: 'Label <a@b.example>' }],
    ['from', { from: 'a@b.example, c@d.example' }],
    ['from', { from: { address: 'a@b.example' } }],
    ['unsubscribeUrl', { unsubscribeUrl: 'http://mail.example.com/u' }],
    ['unsubscribeUrl', { unsubscribeUrl: 'https://x.example/>\r\nBcc: y' }],
    ['inlineImages', { inlineImages: { 'a b': png } }],
    ['inlineImages', { inlineImages: { a: Buffer.from('<svg onload="alert(1)"/>') } }],
    ['tracking', { tracking: { pixelUrl: 'https://t.example/p.gif' } }],
    ['tracking', { tracking: { pixelUrl: 'http://t.example/p.gif', consent: true } }],
  ];

  it.each(refused)('are refused when they could end a line or lead elsewhere: %s %#', (path, options) => {
    const result = email.tryFormat(typical, options as EmailOptions);
    expect(result.ok).toBe(false);
    if (!result.ok && isFormatError(result.error, 'ERR_OPTIONS_INVALID')) {
      expect(result.error.issues.map((issue) => issue.path)).toEqual([path]);
    } else expect(result).toBe('an options error');
  });

  it.each(bad.map((name) => [name]))('are refused in the configuration too: %j', (name) => {
    expect(() => createEmail({ from: { name, address: 'a@b.example' } })).toThrow(/channels\.email\.from/);
    expect(() => createEmail({ listId: { id: 'a.example', name } })).toThrow(/channels\.email\.listId/);
    expect(() => createEmail({ messageIdDomain: name })).toThrow(/messageIdDomain/);
  });

  it('reach the payload', () => {
    const from = { name: 'Étiquette 42', address: 'alerts@label42.example' };
    const { payload } = createEmail({ from, replyTo: 'team@label42.example' }).format(typical, {
      replyTo: 'me@label42.example',
    });
    expect(payload.from).toEqual(from);
    expect(payload.replyTo).toBe('me@label42.example');
  });
});

it('keeps names of headers and parts apart from hostile data', () => {
  const { payload } = email.format(hostile);
  expect(Object.keys(payload.headers)).toEqual(Object.keys(email.format(typical).payload.headers));
  expect(payload.attachments).toEqual([]);
});
