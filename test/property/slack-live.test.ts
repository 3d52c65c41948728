import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domains/alert/schema.js';
import { readMrkdwn } from '../support/mrkdwn.js';
import { tries } from '../support/runs.js';
import { liveElementsOf, markupPlacesOf } from '../support/slack-walk.js';
import { createSlack, fullTenant, mentions } from '../support/tenants.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument, type mentionNames } from './arbitraries/document.js';

const slack = createSlack(fullTenant);

const elementOf: Record<(typeof mentionNames)[number], object> = {
  oncall: { type: 'user', user_id: 'U024BE7LH' },
  team: { type: 'usergroup', usergroup_id: 'SAZ94GDB8' },
  room: { type: 'channel', channel_id: 'C024BE7LR' },
  all: { type: 'broadcast', range: 'here' },
};

const notified: Partial<Record<Alert['severity'], object[]>> = {
  critical: [elementOf.oncall, elementOf.team],
  error: [elementOf.oncall],
};

/** An address as a browser reads it, with what would end a link in Slack's markup encoded. */
function normalized(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return new URL(url).href.replace(/[|<>"'`{}^]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Every string in a value that sits in a member of this name. */
function membersOf(value: unknown, names: ReadonlySet<string>): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && names.has(name) ? [member] : membersOf(member, names),
  );
}

const urls = new Set(['url', 'image_url']);

describe('what is live in a message', { timeout: 60_000 }, () => {
  it('is for alerts: mentions of the tenant, links of the alert, its two dates, and nothing else', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const { payload, followUps } = slack.format(alert);
        const live = [payload, ...followUps].flatMap(liveElementsOf);
        const firing = (alert.status ?? 'firing') === 'firing';
        const named = live.filter(({ type }) => type !== 'link' && type !== 'date');
        expect(named).toEqual(firing ? (notified[alert.severity] ?? []) : []);
        expect(liveElementsOf(followUps).filter(({ type }) => type in mentions)).toEqual([]);
        const dates = live.filter(({ type }) => type === 'date');
        expect(dates.length).toBeLessThanOrEqual(alert.endedAt === undefined ? 1 : 2);
        const given = new Set([...(alert.links ?? []), ...(alert.images ?? [])].map(({ url }) => normalized(url)));
        for (const { url } of live.filter(({ type }) => type === 'link')) expect(given).toContain(url);
      }),
      tries(120),
    );
  });

  it('is for documents: mentions that the tenant knows', () => {
    const known = Object.values(elementOf);
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { payload, followUps } = slack.format(document);
        const live = [payload, ...followUps].flatMap(liveElementsOf);
        for (const element of live.filter(({ type }) => type !== 'link' && type !== 'date')) {
          expect(known).toContainEqual(element);
        }
      }),
      tries(60),
    );
  });
});

describe('addresses', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert],
    ['documents', anyDocument],
  ] as const)('of %s are whole and of a scheme that is safe to follow', (_what, input) => {
    fc.assert(
      fc.property(input, (value) => {
        const given = new Set(membersOf(value, urls).map(normalized));
        const { payload, followUps } = slack.format(value as never);
        for (const url of [payload, ...followUps].flatMap((message) => membersOf(message, urls))) {
          expect(url).toMatch(/^(?:https?:\/\/|mailto:)/);
          expect(given).toContain(url);
        }
      }),
      tries(70),
    );
  });
});

describe('places where Slack parses markup', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert],
    ['documents', anyDocument],
  ] as const)('hold text only, of %s', (_what, input) => {
    fc.assert(
      fc.property(input, (value) => {
        const { payload, followUps } = slack.format(value as never);
        for (const message of [payload, ...followUps]) {
          // The notification text alone: no block says anything in mrkdwn.
          expect(markupPlacesOf(message)).toEqual([message.text]);
          for (const token of readMrkdwn(message.text)) expect(token.kind).toBe('text');
          expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        }
      }),
      tries(70),
    );
  });
});
