import { describe, expect, it } from 'vitest';
import { alertWith, documentWith } from '../../support/slack-inputs.js';
import { checkSlackMessages } from '../../support/slack-limits.js';
import { liveElementsOf, textsOf } from '../../support/slack-walk.js';
import { createSlack } from '../../support/tenants.js';

const slack = createSlack();
const urlOf = (chars: number): string => `https://x.example/${'a'.repeat(chars - 18)}`;

describe('links', () => {
  it.each([2890, 2899, 2950, 3000])('shows a link whole whose URL has %i characters', (chars) => {
    const url = urlOf(chars);
    const formatted = slack.format(alertWith({ links: [{ url, label: 'Runbook' }] }));
    expect(liveElementsOf(formatted.payload)).toContainEqual({ type: 'link', url, text: 'Runbook' });
    expect(checkSlackMessages(formatted)).toEqual([]);
    expect(formatted.diagnostics).toEqual([]);
  });

  it('leaves out a URL over the limit, keeps its label and reports it', () => {
    const { payload, diagnostics } = slack.format(alertWith({ links: [{ url: urlOf(3001), label: 'Runbook' }] }));
    expect(liveElementsOf(payload).filter(({ type }) => type === 'link')).toEqual([]);
    expect(textsOf(payload)).toContain('Runbook');
    expect(diagnostics).toMatchObject([{ code: 'dropped', path: 'links', limit: 3000, actual: 3001, unit: 'utf16' }]);
  });

  it('counts the escapes of a URL', () => {
    const url = `https://x.example/?${'&'.repeat(700)}`;
    const links = Array.from({ length: 10 }, () => ({ url, label: 'Dashboard' }));
    expect(checkSlackMessages(slack.format(alertWith({ links })))).toEqual([]);
  });

  it('counts a URL that stands for its own label', () => {
    const children = Array.from({ length: 60 }, () => ({ type: 'link', url: urlOf(140), children: [] }) as const);
    expect(checkSlackMessages(slack.format(documentWith([{ type: 'paragraph', children }])))).toEqual([]);
  });

  it('splits a long label into links to the same page', () => {
    const url = urlOf(2950);
    const label = 'Runbook '.repeat(600);
    const { payload, followUps } = slack.format(alertWith({ links: [{ url, label }] }));
    const links = [payload, ...followUps].flatMap(liveElementsOf).filter(({ type }) => type === 'link');
    expect(links.map(({ text }) => text).join('')).toBe(label);
    expect(new Set(links.map((link) => link['url']))).toEqual(new Set([url]));
    expect(checkSlackMessages({ payload, followUps })).toEqual([]);
  });
});
