/** Charts that hosts draw have the numbers of the document and no others: nothing is filled in, and nothing is not finite. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinChart } from '../../src/chart/thin.js';
import type { Chart, Document } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { cardsOf, nodesOf, textsOf as teamsTexts } from '../fixtures/teams/cards.js';
import { checkTeamsMessages } from '../fixtures/teams/rules.js';
import { createTeams } from '../fixtures/teams/tenants.js';
import { tries } from '../support/runs.js';
import { documentWith } from '../support/slack-inputs.js';
import { blocksOf, checkSlackMessages } from '../support/slack-limits.js';
import { textsOf as slackTexts } from '../support/slack-walk.js';
import { createSlack } from '../support/tenants.js';
import { anyChart } from './arbitraries/document.js';

const slack = createSlack({ channels: { slack: { charts: 'native', tables: 'data' } } });
const teams = createTeams();
const charts = fc.array(anyChart, { minLength: 1, maxLength: 5 });

/** The numbers in the members of these names. */
function numbersOf(value: unknown, names: readonly string[]): number[] {
  if (Array.isArray(value)) return value.flatMap((member) => numbersOf(member, names));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    names.includes(name) && typeof member === 'number' ? [member] : numbersOf(member, names),
  );
}

/** The numbers that a chart may be drawn with, in percent where it is of ratios. */
function allowedOf({ series, style, currency }: Chart): Set<number> {
  const factor = style === 'percent' && currency === undefined ? 100 : 1;
  const values = series.flatMap(({ values: all }) => all.filter((value) => value !== null));
  return new Set(values.map((value) => (factor === 1 ? value + 0 : Number((value * factor).toPrecision(15)))));
}

describe('charts that hosts draw', { timeout: 60_000 }, () => {
  it('are within the limits of Slack, and hold what the document holds', () => {
    let drawn = 0;
    fc.assert(
      fc.property(charts, (some) => {
        const posted = slack.format(documentWith(some));
        expect(checkSlackMessages(posted)).toEqual([]);
        const allowed = new Set(some.flatMap((chart) => [...allowedOf(chart)]));
        const blocks = [posted.payload, ...posted.followUps].flatMap(blocksOf);
        for (const { chart } of blocks.filter(({ type }) => type === 'data_visualization')) {
          drawn += 1;
          for (const value of numbersOf(chart, ['value'])) expect(allowed.has(value)).toBe(true);
        }
      }),
      tries(80),
    );
    expect(drawn).toBeGreaterThan(10);
  });

  it('are within the rules of Teams, and hold what the document holds', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(charts, (some) => {
        const posted = teams.format(documentWith(some));
        expect(checkTeamsMessages(posted)).toEqual([]);
        const allowed = new Set(some.flatMap((chart) => [...allowedOf(chart)]));
        const elements = cardsOf(posted)
          .flatMap(nodesOf)
          .filter(({ type }) => String(type).startsWith('Chart.'));
        for (const { type, data } of elements) {
          kinds.add(String(type));
          for (const value of numbersOf(data, ['y', 'value'])) expect(allowed.has(value)).toBe(true);
        }
      }),
      tries(80),
    );
    expect(kinds.size).toBeGreaterThanOrEqual(4);
  });

  it('have a point for each category of a series without gaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 6 }), (points, count) => {
        const chart: Chart = {
          type: 'chart',
          kind: 'line',
          title: 'Streams',
          alt: 'They rise',
          categories: Array.from({ length: points }, (_, index) => `d${index}`),
          series: Array.from({ length: count }, (_, at) => ({
            name: `s${at}`,
            values: Array.from({ length: points }, (__, index) => (index * (at + 3)) % 17),
          })),
        };
        const expected = thinChart(chart, 20).chart.series.map(({ name, values }) => [name, values]);
        const [block] = blocksOf(slack.format(documentWith([chart])).payload).filter(
          ({ type }) => type === 'data_visualization',
        ) as [{ chart: { series: { name: string; data: { value: number }[] }[] } }];
        expect(block.chart.series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual(expected);
      }),
      tries(30),
    );
  });

  it.each<[string, (document: Document) => Shown]>([
    ['Slack, drawn', (document) => slackText(slack.format(document))],
    ['Slack, in numbers', (document) => slackText(createSlack().format(document))],
    ['Teams, drawn', (document) => teamsText(teams.format(document))],
    ['Teams, in numbers', (document) => teamsText(createTeams({ charts: 'table' }).format(document))],
  ])('lose no point that is not reported: %s', (_name, show) => {
    fc.assert(
      fc.property(anyChart, fc.integer({ min: 1, max: 40 }), (chart, chars) => {
        const categories = chart.categories.map((_, index) => `${'x'.repeat(chars)}${index}.`);
        const { text, diagnostics } = show(documentWith([{ ...chart, categories }]));
        const lost = categories.filter((category) => !text.includes(category));
        const said = diagnostics.filter(({ code }) => code === 'dropped' || code === 'truncated');
        if (lost.length > 0 && chart.series.length > 0) expect(said.length).toBeGreaterThan(0);
        for (const { limit = 0, actual = 0 } of said) expect(actual).toBeGreaterThan(limit);
      }),
      tries(50),
    );
  });
});

type Shown = { readonly text: string; readonly diagnostics: readonly Diagnostic[] };

/** What is read of a message in Slack. */
const slackText = (posted: ReturnType<typeof slack.format>): Shown => ({
  text: [posted.payload, ...posted.followUps].flatMap(slackTexts).join('\n'),
  diagnostics: posted.diagnostics,
});

/** What is read of a message in Teams. Days stand for the labels of an axis of time, which hosts write themselves. */
const teamsText = (posted: ReturnType<typeof teams.format>): Shown => ({
  text: cardsOf(posted)
    .flatMap((card) => [...teamsTexts(card), ...nodesOf(card).flatMap(({ fallback }) => teamsTexts(fallback))])
    .join('\n'),
  diagnostics: posted.diagnostics,
});
