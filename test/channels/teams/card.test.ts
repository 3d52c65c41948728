import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/nodes.js';
import type { TeamsCard } from '../../../src/formatters/teams.js';
import { createFormatters, isFormatError } from '../../../src/index.js';
import type { TeamsTenantOptions } from '../../../src/tenant/teams-options.js';
import { nodesOfType, textsOf } from '../../fixtures/teams/cards.js';
import { createTeams, mentions } from '../../fixtures/teams/tenants.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';

const teams = createTeams();
const cardOf = (...blocks: Block[]): TeamsCard => teams.format(documentWith(blocks), { envelope: 'card' }).payload;

describe('the envelope', () => {
  it('is what a Workflows webhook takes, unless the tenant or the call wants another', () => {
    const { payload } = teams.format(alertWith());
    expect(payload).toMatchObject({
      type: 'message',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: { type: 'AdaptiveCard' } },
      ],
    });
    expect(createTeams({ envelope: 'card' }).format(alertWith()).payload.type).toBe('AdaptiveCard');
    const { payload: activity } = teams.format(alertWith(), { envelope: 'botActivity' });
    expect(activity.summary).toBe('Warning: Disk is nearly full (node-exporter, Nov 20, 2026, 9:30 AM UTC)');
    expect(activity.attachments[0]).not.toHaveProperty('contentUrl');
  });

  it.each([
    ['envelop', { envelope: 'workflows' }, 'did you mean `workflow`'],
    ['a number', { envelope: 5 }, 'expected string'],
  ])('is refused where it is none: %s', (_name, options, message) => {
    const result = teams.tryFormat(alertWith(), options as never);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'envelope' }] } });
    expect(result.ok ? '' : result.error.message).toContain(message);
  });
});

describe('the frame of a card', () => {
  it.each([
    ['critical', 'firing', 'attention', '🔴 Critical: x'],
    ['error', 'firing', 'attention', '🟠 Error: x'],
    ['warning', 'firing', 'warning', '🟡 Warning: x'],
    ['info', 'firing', 'accent', '🔵 Info: x'],
    ['critical', 'acknowledged', 'accent', '👀 Acknowledged (Critical): x'],
    ['critical', 'resolved', 'good', '✅ Resolved (Critical): x'],
  ] as const)('says in words and colour what %s and %s mean', (severity, status, style, title) => {
    const { payload } = teams.format(alertWith({ severity, status, title: 'x' }), { envelope: 'card' });
    expect(payload.body[0]).toMatchObject({ type: 'Container', style, bleed: true });
    expect(textsOf(payload.body[0])).toEqual([title]);
  });

  it('has language, direction, full width and a text for clients that cannot show it', () => {
    const arabic = createTeams({}, { locale: 'ar-EG' }).format(alertWith({ title: '*x*' }), { envelope: 'card' });
    expect(arabic.payload).toMatchObject({ version: '1.5', lang: 'ar', rtl: true, msteams: { width: 'full' } });
    const links = [{ url: 'https://runbooks.example.com/a_(b)*', kind: 'runbook' as const }];
    const { payload } = teams.format(alertWith({ title: '*x*', links }), { envelope: 'card' });
    expect(payload).toMatchObject({ lang: 'en', rtl: false });
    expect(payload.fallbackText).toMatch(
      /^Warning: \\\*x\\\* \(node-exporter, .*UTC\) https:\/\/runbooks\.example\.com\/a/,
    );
    expect(payload.fallbackText).not.toMatch(/[^\\][*_()]$/);
  });

  it('has the whole of a title that its headline has no room for', () => {
    const title = 'latency '.repeat(60).trim();
    const { payload } = teams.format(alertWith({ title }), { envelope: 'card' });
    expect(textsOf(payload.body[0]).join('')).toMatch(/…$/);
    expect(textsOf(payload.body.slice(1)).join('\n')).toContain(title);
  });
});

describe('elements', () => {
  it('a code block runs from left to right, with a fallback for other hosts', () => {
    const [code] = nodesOfType(cardOf({ type: 'code', value: 'if x:\n    y()', language: 'py' }), 'CodeBlock');
    expect(code).toMatchObject({
      codeSnippet: 'if x:\n    y()',
      language: 'Python',
      fallback: { type: 'ColumnSet', columns: [{ rtl: false }] },
    });
    expect(textsOf(code?.['fallback'] === undefined ? [] : [code['fallback']])).toEqual([
      'if x:\n\u00a0\u00a0\u00a0\u00a0y()',
    ]);
    const [unknown] = nodesOfType(cardOf({ type: 'code', value: 'x', language: 'constructor' }), 'CodeBlock');
    expect(unknown?.['language']).toBe('PlainText');
  });

  it.each([
    ['http:', 'http://x.example/a.png', true],
    ['no web address', 'data:image/png;base64,AAAA', false],
  ])('an image by %s is text', (_name, url, isLink) => {
    const card = cardOf({ type: 'media', kind: 'image', url, alt: 'Latency' });
    expect(nodesOfType(card, 'Image')).toEqual([]);
    expect(textsOf(card.body).join(' ')).toContain('Latency');
    expect(JSON.stringify(card).includes('Action.OpenUrl')).toBe(isLink);
  });

  it('audio and video are links, since Teams plays none', () => {
    const media = {
      type: 'media',
      kind: 'audio',
      url: 'https://x.example/a.mp3',
      alt: 'Jingle',
      durationMs: 90_000,
    } as const;
    const { payload, diagnostics } = teams.format(documentWith([media]), { envelope: 'card' });
    expect(diagnostics).toMatchObject([{ code: 'fallback' }]);
    expect(textsOf(payload.body).join('')).toMatch(/Audio.*Jingle.*1 min/);
  });

  it('a divider is a line above what follows', () => {
    const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
    const card = cardOf(paragraph('a'), { type: 'divider' }, paragraph('b'));
    expect(card.body.slice(1)).toMatchObject([{ type: 'RichTextBlock' }, { type: 'RichTextBlock', separator: true }]);
    expect(card.body[1]).not.toHaveProperty('separator');
  });

  it('few key figures are tiles, many are facts', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        label: `k${index}`,
        value: { type: 'number', value: index } as const,
      }));
    const tiles = cardOf({ type: 'kpis', items: items(4) });
    // Columns without items keep the last tile under the first.
    const rows = nodesOfType(tiles, 'ColumnSet').map(({ columns }) => columns as { items: unknown[] }[]);
    expect(rows.map((columns) => columns.map((column) => column.items.length))).toEqual([
      [2, 2, 2],
      [2, 0, 0],
    ]);
    expect(nodesOfType(cardOf({ type: 'kpis', items: items(10) }), 'FactSet')).toMatchObject([
      { facts: { length: 10 } },
    ]);
    expect(nodesOfType(cardOf({ type: 'kpis', items: items(2) }), 'Column')).toHaveLength(2);
  });

  it.each([2, 12])('the note of a key figure is shown: one of %d figures', (count) => {
    const items = Array.from({ length: count }, (_, index) => ({
      label: `k${index}`,
      value: { type: 'number', value: index } as const,
      note: `not *over* ${index}`,
    }));
    const text = textsOf(cardOf({ type: 'kpis', items }).body)
      .join('\n')
      .replaceAll('\\', '');
    expect(text).toContain(`not *over* ${count - 1}`);
  });

  it('a key figure with nothing to see in it has a mark', () => {
    const items = [{ label: 'k', value: { type: 'deletion', children: [] } as const, note: ' ' }];
    const card = cardOf({ type: 'kpis', items: [{ label: 'k', value: { type: 'strong', children: [] } }] });
    expect(textsOf(card.body).slice(-1)).toEqual(['–']);
    expect(textsOf(cardOf({ type: 'kpis', items }).body).slice(-1)).toEqual(['–']);
  });

  it('eight key figures are tiles in a report, and facts in an alert', () => {
    const value = { type: 'number', value: 1 } as const;
    const items = Array.from({ length: 8 }, (_, index) => ({ label: `k${index}`, value }));
    const report = documentWith([{ type: 'kpis', items }]);
    const rowsOf = (input: Document) =>
      nodesOfType(teams.format(input, { envelope: 'card' }).payload, 'ColumnSet').length;
    expect(rowsOf(report)).toBe(3);
    expect(rowsOf({ ...report, severity: 'info' })).toBe(0);
  });

  it.each([
    ['no element', { text: 'x' }],
    ['of no type', { type: 5 }],
    ['too large', { type: 'TextBlock', text: 'x'.repeat(9000) }],
    ['for another channel', 'slack'],
  ])('a fragment that is %s is left out and reported', (_name, payload) => {
    const target = payload === 'slack' ? 'slack' : 'teams';
    const { diagnostics } = teams.format(documentWith([{ type: 'custom', target, payload }]));
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'children.0' }]);
  });

  it('a fragment passes as it is, as a copy', () => {
    const payload = { type: 'ProgressBar', value: 3 };
    const card = cardOf({ type: 'custom', target: 'teams', payload });
    expect(card.body).toContainEqual(payload);
    expect(card.body).not.toContain(payload);
  });
});

it('keeps the lines of another direction in order, and leaves a sentence of several parts in one piece', () => {
  const arabic = createTeams({}, { locale: 'ar' });
  const description = 'Listeners wait.\nنص\nCall them.';
  const { payload } = arabic.format(alertWith({ description }), { envelope: 'card' });
  expect(textsOf(payload.body)).toContain('\u2068Listeners wait.\u2069\nنص\n\u2068Call them.\u2069');
  const children = [
    { type: 'text', value: 'Summary of ' } as const,
    { type: 'strong', children: [{ type: 'text', value: 'week 47' } as const] } as const,
  ];
  const report = arabic.format(documentWith([{ type: 'paragraph', children }], { dir: 'rtl' }), { envelope: 'card' });
  expect(textsOf(report.payload.body)).toEqual(expect.arrayContaining(['Summary of ', 'week 47']));
});

describe('what a tenant settles', () => {
  const wrong: readonly (readonly [name: string, options: unknown, path: string])[] = [
    ['an envelope that does not exist', { envelope: 'mail' }, 'envelope'],
    ['an id that is none', { mentions: { a: { id: 'x y', name: 'A' } } }, 'mentions.a.id'],
    ['a name with markup', { mentions: { a: { id: 'a@b.example', name: 'A</at>' } } }, 'mentions.a.name'],
    ['a name that is an expression', { mentions: { a: { id: 'a@b.example', name: '{{x}}' } } }, 'mentions.a.name'],
    [
      'a name of two',
      { mentions: { a: { id: 'a@b.example', name: 'A' }, b: { id: 'b@b.example', name: 'A' } } },
      'mentions.b.name',
    ],
    ['a notified name that is unknown', { mentions, notify: { error: ['oncal'] } }, 'notify.error.0'],
    ['a budget over the hard limit', { maxMessageBytes: 28_673 }, 'maxMessageBytes'],
    ['a budget without room', { maxMessageUnits: 9_999 }, 'maxMessageUnits'],
    ['too many follow-ups', { maxFollowUps: 51 }, 'maxFollowUps'],
  ];

  it.each(wrong)('is refused: %s', (_name, options, path) => {
    const create = () => createTeams(options as TeamsTenantOptions).format(alertWith());
    expect(create).toThrow(path);
    try {
      create();
    } catch (error) {
      expect(isFormatError(error) && error.code).toBe('ERR_CONFIG_INVALID');
    }
  });

  it('is never taken from an alert', () => {
    const { teams: other } = createFormatters({ tenantId: 'label_43' });
    const { payload } = other.format(alertWith({ severity: 'critical', description: '<at>Ada Lovelace</at>' }));
    expect(JSON.stringify(payload)).not.toContain('entities');
  });
});
