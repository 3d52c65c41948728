import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/nodes.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import { replyCode, type SmsOptions, type SmsPayload } from '../../../src/formatters/sms.js';
import { createFormatters } from '../../../src/index.js';
import type { SmsTenantOptions } from '../../../src/tenant/sms-options.js';

const base: Alert = {
  severity: 'critical',
  title: 'Ledger falls behind',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  fingerprint: 'ledger/queue',
};

const link = 'https://runbooks.example.com/ledger';
const linked: Alert = { ...base, links: [{ url: link, kind: 'runbook' }] };

const create = (options: SmsTenantOptions = {}, locale = 'en') =>
  createFormatters({ tenantId: 'label_42', locale, channels: { sms: options } }).sms;

const format = (input: Alert | Document, options: SmsTenantOptions = {}, call: SmsOptions = {}, locale = 'en') =>
  create(options, locale).format(input, call);

const linesOf = ({ payload }: { payload: SmsPayload }): string[] => payload.body.split('\n');

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string; path: string }[] }): string[] =>
  diagnostics.map(({ code, path }) => `${code} ${path}`);

describe('an alert', () => {
  it('says severity, title, figure, source, time and link, each on a line', () => {
    const alert: Alert = {
      ...linked,
      description: 'Nobody is credited.',
      metrics: { Queue: { value: 31, threshold: 5 } },
    };
    expect(linesOf(format(alert))).toEqual([
      'Critical: Ledger falls behind',
      'Queue: 31 (threshold 5)',
      'Nobody is credited.',
      'ledger-monitor, Nov 20, 2026, 9:22 AM UTC',
      link,
    ]);
  });

  it('is told in the reader’s language, with spaces and signs that GSM-7 has', () => {
    const alert: Alert = { ...linked, metrics: { File: { value: -31_204.5, unit: '%', previous: 5_000_000 } } };
    const { payload, diagnostics } = format(alert, {}, {}, 'fr-FR');
    expect(payload.body).toBe(
      [
        'Critique : Ledger falls behind',
        'File : -31 204,5 % (auparavant 5 000 000 %)',
        'ledger-monitor, 20 nov. 2026, 09:22 UTC',
        link,
      ].join('\n'),
    );
    expect(payload).toMatchObject({ encoding: 'GSM-7', culprits: [], costIfTransliterated: 1 });
    expect(diagnostics.map(({ code }) => code)).not.toContain('normalized');
  });

  it('puts figures that need attention first, and says how many are not shown', () => {
    const metrics: Alert['metrics'] = { a: 1, b: 2, c: 3, d: { value: 9, threshold: 5, polarity: 'lower' } };
    const result = format({ ...base, metrics });
    expect(linesOf(result).slice(1, 4)).toEqual(['d: 9 (threshold 5)', 'a: 1', 'b: 2']);
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'metrics', severity: 'info', limit: 3, actual: 4 }),
    );
  });

  it('tells notes of figures where there is room for them, and leaves charts out', () => {
    const note = `Provisional${' and more'.repeat(30)}`;
    const report = (text: string): Document => ({
      type: 'document',
      locale: 'en',
      dir: 'ltr',
      title: 'Weekly report',
      meta: {},
      children: [
        { type: 'kpis', items: [{ label: 'Streams', value: { type: 'number', value: 4 }, note: text }] },
        { type: 'chart', kind: 'spark', title: 'Streams', alt: 'They rise', categories: [], series: [] },
      ],
    });
    const result = format(report('Provisional'));
    expect(linesOf(result)).toEqual(['Weekly report', 'Streams: 4', 'Streams: Provisional']);
    expect(result.payload.encoding).toBe('GSM-7');
    expect(codesOf(result)).toEqual(['dropped chart']);
    const short = format(report(note), { maxSegments: 1 }, { overflow: 'truncate' });
    expect(linesOf(short)).toEqual(['Weekly report', 'Streams: 4']);
    expect(short.diagnostics).toContainEqual(expect.objectContaining({ path: 'kpis', severity: 'warning' }));
  });

  it.each(['acknowledged', 'resolved'] as const)('that is %s is told in a few words', (status) => {
    const alert: Alert = { ...linked, status, metrics: { a: 1 }, description: 'x', endedAt: '2026-11-20T10:05:00Z' };
    const result = format(alert);
    expect(linesOf(result)).toEqual([
      `${status === 'resolved' ? 'Resolved' : 'Acknowledged'} (Critical): Ledger falls behind`,
      'Duration: 43 min',
      link,
    ]);
    expect(codesOf(result)).toContain('dropped children');
  });

  it('reports everything that has no place in a short message', () => {
    const alert: Alert = {
      ...linked,
      labels: { region: 'eu' },
      images: [{ url: 'https://images.example.com/a.png', alt: 'a' }],
      links: [{ url: link }, { url: 'https://dash.example.com/' }],
    };
    expect(codesOf(format(alert)).sort()).toEqual([
      'dropped facts',
      'dropped images.0',
      'dropped labels',
      'dropped links',
    ]);
  });

  it('keeps data on its line, however many breaks are in it', () => {
    const alert: Alert = {
      ...base,
      title: 'Up\nReply STOP',
      description: `First\r\nResolved: x\u2028${'y'}`,
      metrics: { 'a\nb': { value: 1, unit: 'x\ny' } },
      source: 'a\nb',
    };
    const lines = linesOf(format(alert));
    expect(lines).toHaveLength(4);
    expect(lines).toEqual([
      'Critical: Up Reply STOP',
      'a b: 1 x y',
      'First Resolved: x y',
      'a b, Nov 20, 2026, 9:22 AM UTC',
    ]);
  });
});

describe('a link', () => {
  it.each([
    ['the first that is safe', { links: [{ url: 'javascript:alert(1)' }, { url: link }] }, link],
    [
      'that of a button, where there is no other',
      { actions: [{ id: 'a', kind: 'link', label: 'Open', url: link }] },
      link,
    ],
    ['none, where none is safe', { links: [{ url: 'javascript:alert(1)' }] }, undefined],
  ] as const)('is %s', (_what, members, expected) => {
    const last = linesOf(format({ ...base, ...(members as Partial<Alert>) })).find((line) => line.startsWith('http'));
    expect(last).toBe(expected);
  });

  it('is whole beside a title that is too long', () => {
    const result = format({ ...linked, title: 'Ledger '.repeat(200) }, { maxSegments: 2 }, { overflow: 'truncate' });
    expect(linesOf(result).at(-1)).toBe(link);
    expect(linesOf(result)[0]).toMatch(/^Critical: (?:Ledger )+Ledger\.\.\.$/);
    expect(result.payload.segments).toHaveLength(2);
    expect(codesOf(result)).toContain('truncated title');
  });

  it('goes whole where it does not fit, and is said to be gone', () => {
    const url = `https://runbooks.example.com/${'x'.repeat(150)}`;
    const result = format({ ...base, links: [{ url }] }, { maxSegments: 1 }, { overflow: 'truncate' });
    expect(result.payload.body).not.toContain('http');
    expect(codesOf(result)).toContain('dropped links');
  });

  it('goes into the next message where it fits there', () => {
    const url = `https://runbooks.example.com/${'x'.repeat(110)}`;
    const { payload, followUps } = format({ ...base, links: [{ url }] }, { maxSegments: 1 });
    expect(payload.body).not.toContain('http');
    expect(followUps.map(({ body }) => body)).toEqual([`(2/2) ${url}`]);
  });

  it('inside a text is never cut', () => {
    const url = `https://dash.example.com/${'d'.repeat(100)}`;
    const description = `${'word '.repeat(20)}${url} ${'word '.repeat(60)}`;
    for (let maxSegments = 1; maxSegments <= 4; maxSegments += 1) {
      const { payload, followUps } = format({ ...base, description }, { maxSegments, maxFollowUps: 9 });
      const found = [payload, ...followUps].flatMap(({ body }) => body.match(/https?:\S+/g) ?? []);
      expect(found).toEqual([url]);
    }
  });

  it('inside a text is left out where it is longer than a message', () => {
    const result = format(
      { ...base, description: `See https://dash.example.com/${'d'.repeat(600)} now` },
      { maxSegments: 2 },
    );
    for (const { body } of [result.payload, ...result.followUps]) expect(body).not.toContain('https');
    expect(codesOf(result)).toContain('dropped description');
    expect(result.followUps.at(-1)?.body).toContain('now');
  });
});

describe('what does not fit', () => {
  const long: Alert = { ...linked, description: Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ') };

  it('goes into further messages, marked and in order, and nothing is lost', () => {
    const result = format(long, { maxSegments: 2, maxFollowUps: 9 });
    expect(result.followUps.length).toBeGreaterThan(1);
    const total = result.followUps.length + 1;
    for (const [index, { body, segments }] of result.followUps.entries()) {
      expect(body.startsWith(`(${index + 2}/${total}) `)).toBe(true);
      expect(segments.length).toBeLessThanOrEqual(2);
    }
    const said = [result.payload, ...result.followUps].map(({ body }) => body).join(' ');
    expect(said.match(/word\d+/g)).toEqual(Array.from({ length: 120 }, (_, index) => `word${index}`));
    expect(codesOf(result)).toContain('split ');
    expect(codesOf(result).join()).not.toContain('truncated');
  });

  it('is said to be lost where there are no more messages', () => {
    const result = format(long, { maxSegments: 1, maxFollowUps: 1 });
    expect(result.followUps).toHaveLength(1);
    expect(result.followUps[0]?.body.endsWith('...')).toBe(true);
    expect(codesOf(result)).toContain('truncated ');
  });

  it.each([
    ['the policy says so', { maxSegments: 2 }, { overflow: 'truncate' }],
    ['the tenant pays for no more messages', { maxSegments: 2, maxFollowUps: 0 }, {}],
  ] as const)('is left out where %s', (_what, options, call) => {
    const result = format(long, options, call);
    expect(result.followUps).toEqual([]);
    expect(result.payload.body).toMatch(/word\d+\.\.\.\n/);
    expect(codesOf(result)).toContain('truncated description');
  });

  it('is an error where the policy says so', () => {
    expect(create({ maxSegments: 2 }).tryFormat(long, { overflow: 'error' })).toMatchObject({
      ok: false,
      error: { code: 'ERR_LIMIT_EXCEEDED', limit: 2, actual: 7, unit: 'segments' },
    });
    expect(create({ maxSegments: 10 }).tryFormat(long, { overflow: 'error' }).ok).toBe(true);
  });

  it('never takes the severity with it', () => {
    for (const locale of ['en', 'fr', 'ar']) {
      const title = 'تأخر '.repeat(50);
      const { payload } = format(
        { ...linked, title },
        { maxSegments: 1, optOut: { '+': 'x'.repeat(40) } },
        { overflow: 'truncate' },
        locale,
      );
      expect(payload.segments).toHaveLength(1);
      expect(payload.body).toMatch(/^(?:Critical|Critique|حرج) ?: /);
      expect(payload.body.endsWith(`\n${'x'.repeat(40)}`)).toBe(true);
    }
  });
});

describe('the notice on opting out', () => {
  const optOut = { '+': 'STOP ends this', '+33': true, '+336': 'STOP au 36180' } as const;

  it.each([
    ['+14155550123', 'STOP ends this'],
    ['+33712345678', 'Reply STOP to opt out'],
    ['+33612345678', 'STOP au 36180'],
  ])('is that of the longest beginning of %s', (to, notice) => {
    expect(linesOf(format(linked, { optOut }, { to })).at(-1)).toBe(notice);
  });

  it('is that for all numbers where there is no number', () => {
    expect(linesOf(format(linked, { optOut })).at(-1)).toBe('STOP ends this');
    expect(linesOf(format(linked, { optOut: { '+33': true } })).at(-1)).toBe(link);
  });

  it('asks for no reply where the sender takes none', () => {
    const result = format(linked, { optOut: { '+': true }, from: 'Label 42' });
    expect(result.payload.body).not.toContain('STOP');
    expect(codesOf(result)).toContain('dropped channels.sms.optOut');
  });
});

describe('actions', () => {
  const actions: Alert['actions'] = [
    { id: 'ack', label: 'Acknowledge', kind: 'acknowledge' },
    { id: 'who', label: 'Owner', kind: 'select', options: [{ label: 'Me', value: 'me' }] },
    { id: 'a', label: 'A', kind: 'custom' },
    { id: 'b', label: 'B', kind: 'custom' },
    { id: 'c', label: 'C', kind: 'custom' },
  ];

  it('have codes to reply, of which there are three at most', () => {
    const result = format({ ...base, actions });
    expect(linesOf(result).slice(-3)).toEqual([
      `Reply ${replyCode('ack', 'ledger/queue')}: Acknowledge`,
      `Reply ${replyCode('a', 'ledger/queue')}: A`,
      `Reply ${replyCode('b', 'ledger/queue')}: B`,
    ]);
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'actions', limit: 3, actual: 5 }),
    );
  });

  it.each([
    ['whose codes are switched off', { replies: false }],
    ['whose sender is a name', { from: 'Label 42' }],
  ])('are left out and reported: %s', (_what, options) => {
    const result = format({ ...base, actions }, options);
    expect(result.payload.body).not.toContain('Reply');
    expect(result.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'actions', limit: 0, actual: 5 }),
    );
  });

  it('are told apart by codes that nobody misreads', () => {
    const codes = Array.from({ length: 500 }, (_, index) => replyCode(`action-${index}`, 'f'));
    for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{4}$/);
    expect(new Set(codes).size).toBeGreaterThan(495);
    expect(replyCode('a', 'f')).toBe(replyCode('a', 'f'));
    expect(replyCode('a', 'bc')).not.toBe(replyCode('ab', 'c'));
  });
});
