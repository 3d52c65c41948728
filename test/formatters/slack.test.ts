import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/nodes.js';
import { SlackAlertFormatter } from '../../src/formatters/slack.js';
import { allCatalogs } from '../../src/generated/all-locales.js';
import { createFormatters } from '../../src/index.js';
import type { Issue } from '../../src/kernel/errors.js';
import { complex } from '../fixtures/alerts/complex.js';
import { everyNode } from '../fixtures/alerts/every-node.js';
import { hostile } from '../fixtures/alerts/hostile.js';
import { minimal } from '../fixtures/alerts/minimal.js';
import { overLong } from '../fixtures/alerts/over-long.js';
import { typical } from '../fixtures/alerts/typical.js';
import { deepFreeze } from '../support/deep-freeze.js';

const { slack } = createFormatters({ tenantId: 't', clock: () => Date.UTC(2026, 10, 20, 10) });
const document: Document = everyNode('en', 'ltr');

function saidOf(input: unknown, options?: object): string[] {
  const result = slack.tryFormat(input, options);
  if (result.ok) return [];
  const { issues = [] } = result.error as { issues?: readonly Issue[] };
  return issues.map(({ path, message }) => `${path === '' ? '(input)' : path}: ${message}`);
}

describe('the Slack formatter', () => {
  it('says who it is', () => {
    expect(slack.id).toBe('slack');
    expect(slack).toBeInstanceOf(SlackAlertFormatter);
  });

  it('takes an alert, a document, and anything that carries one', () => {
    expect(slack.format(typical).payload.text).toMatch(/^Warning: Stream start latency/);
    expect(slack.format(document).payload.text).toMatch(/^Listening is up/);
    expect(slack.format({ document })).toEqual(slack.format(document));
    expect(slack.format({ document, kpis: [5] } as never)).toEqual(slack.format(document));
  });

  it.each([
    ['minimal', minimal],
    ['typical', typical],
    ['complex', complex],
    ['hostile', hostile],
    ['over-long', overLong],
    ['document', document],
  ])('makes the same payload of the same input, leaves it as it was and keeps nothing of it: %s', (_name, input) => {
    const frozen = deepFreeze(structuredClone(input));
    const first = slack.format(frozen);
    const copy = structuredClone(first);
    expect(JSON.parse(JSON.stringify(first))).toStrictEqual(copy);
    first.payload.blocks.length = 0;
    first.diagnostics.length = 0;
    expect(slack.format(frozen)).toStrictEqual(copy);
  });

  it('is not touched by the language, the zone or the clock of the host', () => {
    const { TZ } = process.env;
    const before = slack.format(complex);
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(slack.format(complex)).toEqual(before);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it('takes what an alert leaves undefined for absent', () => {
    const { component: _component, ...rest } = typical;
    expect(slack.format({ ...rest, component: undefined, images: undefined } as never)).toEqual(slack.format(rest));
  });

  it('refuses to broadcast a message that is in no thread', () => {
    expect(slack.tryFormat(typical, { replyBroadcast: true })).toMatchObject({
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path: 'replyBroadcast', expected: 'a `threadTs` beside it' }] },
    });
  });

  it('follows the options of the call', () => {
    const { payload } = slack.format(typical, {
      locale: 'fr_FR',
      timeZone: 'Asia/Riyadh',
      threadTs: '1795167000.000100',
      replyBroadcast: true,
      correlationId: 'req-1',
    });
    expect(payload.text).toMatch(/^Avertissement.*12:12/);
    expect(payload).toMatchObject({
      thread_ts: '1795167000.000100',
      reply_broadcast: true,
      metadata: { event_payload: { correlation_id: 'req-1' } },
    });
  });
});

describe('the Slack formatter refuses', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['(input): expected object']],
    ['null', null, ['(input): expected object']],
    ['a text', 'alert', ['(input): expected object']],
    ['a list', [typical], ['(input): expected object']],
    [
      'an unknown severity',
      { ...minimal, severity: 'high' },
      ['severity: expected one of `critical`, `error`, `warning`, `info`'],
    ],
    [
      'an unknown state',
      { ...minimal, status: 'open' },
      ['status: expected one of `firing`, `acknowledged`, `resolved`'],
    ],
    ['a misspelt member', { ...minimal, lables: {} }, ['lables: unknown member']],
    [
      'a start without an offset',
      { ...minimal, startedAt: '2026-11-20T09:30:00' },
      ['startedAt: expected a Date, epoch milliseconds, or an ISO 8601 time with offset or Z'],
    ],
    [
      'a metric that is a text',
      { ...minimal, metrics: { 'CPU %': '91' } },
      ['metrics.CPU %: expected number or object'],
    ],
    [
      'a metric without a value',
      { ...minimal, metrics: { cpu: { unit: '%' } } },
      ['metrics.cpu.value: expected number'],
    ],
    [
      'a metric that is no number',
      { ...minimal, metrics: { cpu: Number.NaN } },
      ['metrics.cpu: expected number or object'],
    ],
    ['a label that is a number', { ...minimal, labels: { shard: 5 } }, ['labels.shard: expected string']],
    [
      'an action without a name',
      { ...minimal, actions: [{ id: '', label: 'x', kind: 'custom' }] },
      ['actions.0.id: expected at least one character'],
    ],
    [
      'an action of an unknown kind',
      { ...minimal, actions: [{ id: 'a', label: 'x', kind: 'page' }] },
      [
        'actions.0.kind: expected one of `link`, `acknowledge`, `resolve`, `silence`, `select`, `date`, `input`, `custom`',
      ],
    ],
    [
      'an image without a description',
      { ...minimal, images: [{ url: 'https://example.com/a.png' }] },
      ['images.0.alt: expected string'],
    ],
    ['an empty source', { ...minimal, source: '' }, ['source: expected at least one character']],
    ['an empty identity', { ...minimal, fingerprint: '' }, ['fingerprint: expected at least one character']],
    ['half an occurrence', { ...minimal, occurrences: 0.5 }, ['occurrences: expected a whole number']],
    ['a negative count', { ...minimal, omittedAlerts: -1 }, ['omittedAlerts: expected a whole number of at least 0']],
    [
      'a document with an unknown node',
      { ...document, children: [{ type: 'blink' }] },
      [expect.stringMatching(/^children\.0\.type: expected one of `section`, /) as never],
    ],
    [
      'a document with a misspelt member',
      { ...document, children: [{ type: 'divider', improtance: 'low' }] },
      ['children.0.improtance: unknown member'],
    ],
    [
      'a document in another member, with the path to it',
      { document: { ...document, title: 5 } },
      ['document.title: expected string'],
    ],
    ['what is no document in another member', { document: 'text' }, ['document: expected object']],
    [
      'a wrong node of a document in another member',
      { document: { ...document, children: [{ type: 'paragraph', children: [{ type: 'text' }] }] } },
      ['document.children.0.children.0.value: expected string'],
    ],
  ])('%s', (_what, input, said) => {
    expect(saidOf(input)).toEqual(said);
    expect(() => slack.format(input as never)).toThrowError(expect.objectContaining({ code: 'ERR_INPUT_INVALID' }));
  });

  it('a document that is too deep to be read, without recursion', () => {
    let children: unknown[] = [{ type: 'divider' }];
    for (let depth = 0; depth < 20_000; depth++) children = [{ type: 'quote', children }];
    const said = 'expected at most 64 levels and 50000 nodes';
    expect(saidOf({ ...document, children })).toEqual([`(input): ${said}`]);
    expect(saidOf({ document: { ...document, children } })).toEqual([`document: ${said}`]);
  });

  it('a document that holds itself', () => {
    const children: unknown[] = [];
    children.push({ type: 'quote', children });
    expect(saidOf({ ...document, children })).toEqual(['(input): expected at most 64 levels and 50000 nodes']);
  });

  it.each<[string, object, string[]]>([
    ['a misspelt option', { threadTS: '1' }, ['threadTS: unknown option `threadTS`, did you mean `threadTs`?']],
    ['an unknown locale', { locale: 'english' }, ['locale: unknown locale `english`']],
    [
      'an unknown zone',
      { timeZone: 'Europe/Pari' },
      ['timeZone: unknown time zone `Europe/Pari`, did you mean `Europe/Paris`?'],
    ],
    ['a thread by a number, which loses digits', { threadTs: 1795167000.0001 }, ['threadTs: expected string']],
    [
      'its own options and the common ones at once',
      { threadTs: 5, locale: 'zz' },
      ['locale: unknown locale `zz`', 'threadTs: expected string'],
    ],
    [
      'a broadcast that is no yes or no',
      { threadTs: '1', replyBroadcast: 'yes' },
      ['replyBroadcast: expected boolean'],
    ],
  ])('%s', (_what, options, said) => {
    expect(saidOf(minimal, options)).toEqual(said);
    expect(() => slack.format(minimal, options)).toThrowError(expect.objectContaining({ code: 'ERR_OPTIONS_INVALID' }));
  });

  it('what does not fit where that was asked for', () => {
    const result = slack.tryFormat(overLong, { overflow: 'error' });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_LIMIT_EXCEEDED', limit: 12_000 } });
    expect(slack.tryFormat(typical, { overflow: 'error' }).ok).toBe(true);
  });

  it('Markdown where the tenant has no parser', () => {
    const bare = new SlackAlertFormatter({ tenantId: 't', locales: allCatalogs });
    const result = bare.tryFormat({ ...minimal, description: { markdown: 'x' } });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_PARSER_MISSING', path: 'description' } });
  });
});
