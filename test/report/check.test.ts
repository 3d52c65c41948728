import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/document/nodes.js';
import { changeInsight } from '../../src/report/changes.js';
import { checkReport } from '../../src/report/check.js';
import { makeKpi } from '../../src/report/kpi.js';
import type { Insight, ReportKpi } from '../../src/report/model.js';
import { july, makeContext } from './make-context.js';

const input = { window: july, streams: { value: 1200, previous: 1000 }, net: '12.345', tracks: [{ title: 'Aube 2' }] };
const context = makeContext({ window: july });
const kpi = makeKpi(context, {
  key: 'streams',
  label: 'Streams',
  path: 'streams',
  unit: 'count',
  figure: input.streams,
});

function honest(): Insight {
  const insight = changeInsight(context, kpi);
  if (insight === undefined) throw new Error('expected a sentence');
  return insight;
}

const withParam = (name: string, value: Inline): Insight => ({
  ...honest(),
  params: { ...honest().params, [name]: value },
});
const number = (value: number | string): Inline => ({ type: 'number', value });
const text = (value: string): Inline => ({ type: 'text', value });

describe('checking a report', () => {
  it('finds nothing in one that is right', () => {
    expect(checkReport({ insights: [honest()], kpis: [kpi] }, input)).toEqual([]);
  });

  it.each<[string, Insight, string, string]>([
    ['a number that was changed', withParam('value', number(1201)), 'value', 'differs'],
    ['a change that was changed', withParam('delta', number(0.21)), 'delta', 'differs'],
    ['a number that became a text', withParam('value', text('1,200')), 'value', 'differs'],
    ['a number that nobody proves', withParam('extra', number(7)), 'extra', 'no-evidence'],
    ['a text with a figure in it', withParam('extra', text('7 of 10')), 'extra', 'no-evidence'],
    ['a text with a figure in other digits', withParam('extra', text('\u0667')), 'extra', 'no-evidence'],
    [
      'an amount that nobody proves',
      withParam('extra', { type: 'money', amount: '5', currency: 'EUR' }),
      'extra',
      'no-evidence',
    ],
    [
      'a length of time that nobody proves',
      withParam('extra', { type: 'duration', durationMs: 5 }),
      'extra',
      'no-evidence',
    ],
    ['an instant that nobody proves', withParam('extra', { type: 'date', value: 5 }), 'extra', 'no-evidence'],
    [
      'evidence that was taken away',
      { ...honest(), evidence: honest().evidence.filter(({ param }) => param !== 'value') },
      'value',
      'no-evidence',
    ],
    [
      'a path that leads nowhere',
      {
        ...honest(),
        evidence: honest().evidence.map((each) => (each.param === 'value' ? { ...each, from: ['gone'] } : each)),
      },
      'value',
      'nowhere',
    ],
    [
      'a path to another figure',
      {
        ...honest(),
        evidence: honest().evidence.map((each) =>
          each.param === 'value' ? { ...each, from: ['streams.previous'] } : each,
        ),
      },
      'value',
      'differs',
    ],
    [
      'a label from nowhere',
      {
        ...honest(),
        evidence: honest().evidence.map((each) => (each.op === 'label' ? { ...each, from: ['gone'] } : each)),
      },
      'period',
      'nowhere',
    ],
  ])('finds %s', (_name, insight, param, reason) => {
    expect(checkReport({ insights: [insight], kpis: [] }, input)).toEqual([{ at: 'insights.0', param, reason }]);
  });

  it('takes a word without figures at its word', () => {
    expect(checkReport({ insights: [withParam('extra', text('Friday'))], kpis: [] }, input)).toEqual([]);
  });

  it.each([
    ['Aube 2', []],
    ['Aube 3', [{ at: 'insights.0', param: 'title', reason: 'differs' }]],
  ])('wants a text of the input as it stands there: %s', (title, found) => {
    const evidence = [...honest().evidence, { param: 'title', op: 'text' as const, from: ['tracks.*.title'] }];
    expect(checkReport({ insights: [{ ...withParam('title', text(title)), evidence }], kpis: [] }, input)).toEqual(
      found,
    );
  });

  it.each<[string, Partial<ReportKpi>, string, string]>([
    ['a value that was changed', { value: 1199 }, 'value', 'differs'],
    ['a figure of before that was changed', { previous: 999 }, 'previous', 'differs'],
    ['a figure of before that nobody proves', { evidence: { value: kpi.evidence.value } }, 'previous', 'no-evidence'],
  ])('finds %s in a key figure', (_name, change, param, reason) => {
    expect(checkReport({ insights: [], kpis: [{ ...kpi, ...change }] }, input)).toEqual([
      { at: 'kpis.streams', param, reason },
    ]);
  });

  it.each([
    ['12.35', []],
    ['12.345', []],
    ['12', []],
    ['12.36', ['differs']],
    ['13', ['differs']],
  ])('allows an amount the rounding of its own digits: %s', (value, reasons) => {
    const net = makeKpi(context, {
      key: 'net',
      label: 'Net',
      path: 'net',
      unit: 'currency',
      currency: 'EUR',
      figure: value,
    });
    const found = checkReport({ insights: [], kpis: [net] }, input);
    expect(found.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('says which of several sentences is wrong', () => {
    const found = checkReport({ insights: [honest(), withParam('value', number(1)), honest()], kpis: [] }, input);
    expect(found).toEqual([{ at: 'insights.1', param: 'value', reason: 'differs' }]);
  });

  it.each([undefined, null, 5, 'text', []])('finds all of it unproven against %j', (other) => {
    const found = checkReport({ insights: [honest()], kpis: [kpi] }, other);
    expect(found.length).toBeGreaterThanOrEqual(4);
  });
});
