import { describe, expect, it } from 'vitest';
import { LimitExceededError } from '../../../src/kernel/errors.js';
import { bodyText, cardsOf, messagesOf, textsOf } from '../../fixtures/teams/cards.js';
import { checkTeamsMessages } from '../../fixtures/teams/rules.js';
import { createTeams } from '../../fixtures/teams/tenants.js';
import { alertWith, documentWith } from '../../support/slack-inputs.js';

const teams = createTeams();
const text = (value: string) => ({ type: 'text', value }) as const;

describe('what does not fit one card', () => {
  const description = Array.from({ length: 3500 }, (_, index) => `word${index}`).join(' ');
  const alert = alertWith({ description, labels: { team: 'payments' } });

  it('goes on in further cards that say which they are, and nothing of it is lost', () => {
    const posted = teams.format(alert);
    const cards = cardsOf(posted);
    expect(cards).toHaveLength(3);
    expect(checkTeamsMessages(posted)).toEqual([]);
    expect(posted.diagnostics).toMatchObject([{ code: 'split', path: '', unit: expect.any(String) }]);
    const paragraphs = cards.flatMap(({ body }) => body.filter(({ type }) => type === 'RichTextBlock')).map(textsOf);
    expect(paragraphs.map((parts) => parts.join('')).join('')).toContain(description);
    expect(textsOf(cards[1]?.body[0]).join('')).toBe('🟡 Warning: Disk is nearly full (2/3)');
    expect(bodyText(posted)).toContain('payments');
  });

  it('is cut with a note under `truncate`', () => {
    const { payload, followUps, diagnostics } = teams.format(alert, { overflow: 'truncate' });
    expect(followUps).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'truncated', path: 'description', unit: 'utf16' },
      { code: 'dropped', path: 'labels', limit: 0, actual: 1, unit: 'item' },
    ]);
    const [{ limit = 0, actual = 0 } = {}] = diagnostics;
    expect(actual).toBe(description.length);
    const left = new Intl.NumberFormat('en').format(actual - limit);
    expect(bodyText({ payload, followUps })).toContain(`… ${left} more characters are not shown`);
  });

  it('is an error under `error`, and only then', () => {
    expect(() => teams.format(alert, { overflow: 'error' })).toThrow(LimitExceededError);
    expect(teams.format(alertWith(), { overflow: 'error' }).followUps).toEqual([]);
  });

  it('stops at the number of cards that a tenant allows, and counts the rest', () => {
    const few = createTeams({ maxFollowUps: 1 });
    const { payload, followUps, diagnostics } = few.format(alert);
    expect(followUps).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['split', 'truncated', 'dropped']);
    expect(bodyText({ payload, followUps })).toContain('are not shown');
  });

  it('leaves severity, title, status and the primary link in the first card', () => {
    const links = [{ url: 'https://runbooks.example.com/x', kind: 'runbook' as const }];
    const { payload } = teams.format({ ...alert, links }, { overflow: 'truncate' });
    const json = JSON.stringify(payload);
    for (const part of ['Warning: Disk is nearly full', '"Firing"', 'https://runbooks.example.com/x']) {
      expect(json).toContain(part);
    }
  });
});

it('fits exactly what the budget has room for: one budget is kept in bytes, one in UTF-16 units', () => {
  const arabic = alertWith({ description: 'تنبيه '.repeat(1200) });
  const { payload, followUps } = teams.format(arabic);
  expect(followUps).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(payload))).toBeGreaterThan(13_000);
  const latin = alertWith({ description: 'alert '.repeat(2200) });
  // 13,200 units of text and their frame are within 20,000 bytes, and over 14,000 units.
  expect(teams.format(latin).followUps).toHaveLength(1);
  expect(createTeams({ maxMessageUnits: 20_000 }).format(latin).followUps).toEqual([]);
});

it.each(['en', 'ar'])('stays within both budgets at every size around them, in %s', { timeout: 60_000 }, (locale) => {
  const formatters = [createTeams({}, { locale }), createTeams({ maxMessageBytes: 12_000 }, { locale })];
  const problems = new Set<string>();
  let cards = 0;
  for (let size = 20; size < 330; size += 3) {
    const labels = Object.fromEntries(Array.from({ length: size }, (_, index) => [`"${index}"`, 'قيمة *x*']));
    for (const teams of formatters) {
      const posted = teams.format(alertWith({ labels, description: 'word "x" '.repeat(size * 3) }));
      const bytes = teams === formatters[0] ? 20_000 : 12_000;
      for (const problem of checkTeamsMessages(posted, { bytes })) problems.add(problem);
      cards = Math.max(cards, messagesOf(posted).length);
    }
  }
  expect([...problems]).toEqual([]);
  expect(cards).toBeGreaterThan(2);
});

it('puts a long table into several, each with its header', () => {
  const rows = Array.from({ length: 150 }, (_, index) => [[text(`track ${index}`)], [text('x')]]);
  const columns = [{ label: 'Track' }, { label: 'Plays', align: 'end' as const }];
  const posted = teams.format(documentWith([{ type: 'table', columns, rows }]));
  const tables = cardsOf(posted).flatMap(({ body }) => body.filter(({ type }) => type === 'Table'));
  expect(tables.length).toBeGreaterThan(2);
  for (const table of tables) expect(JSON.stringify(table)).toMatch(/"rows":\[\{[\s\S]*?Track[\s\S]*?Plays/);
  expect(bodyText(posted).match(/track \d+/g)).toHaveLength(150);
  expect(checkTeamsMessages(posted)).toEqual([]);
});

it('shows a table that is too wide as lines, and says so', () => {
  const columns = Array.from({ length: 12 }, (_, index) => ({ label: `c${index}` }));
  const rows = [columns.map(({ label }) => [text(`v-${label}`)])];
  const posted = teams.format(documentWith([{ type: 'table', columns, rows }]));
  expect(posted.diagnostics).toMatchObject([{ code: 'fallback', path: 'children.0' }]);
  expect(bodyText(posted).replaceAll('\n', '')).toContain('c11: v-c11');
  expect(messagesOf(posted)).toHaveLength(1);
});

it('shows a fact that is too long whole, as a paragraph', () => {
  const value = 'stack frame '.repeat(900).trim();
  const posted = teams.format(alertWith({ labels: { a: '1', trace: value, z: '2' } }));
  expect(bodyText(posted).replaceAll('\n', '')).toContain(value);
  expect(checkTeamsMessages(posted)).toEqual([]);
});
