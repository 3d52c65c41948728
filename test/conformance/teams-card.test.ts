/** Cards against the official schema of 1.5 and Microsoft's own SDK with the host configuration of Teams. */
import type { ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardsOf, nodesOf, nodesOfType } from '../fixtures/teams/cards.js';
import {
  cardValidator,
  hasHostConfig,
  hasSchema,
  isRequired,
  loadSdk,
  sdkEvents,
  withoutTeams,
} from '../fixtures/teams/consumers.js';
import { allPosted } from '../fixtures/teams/messages.js';
import { complaintsAbout } from '../support/compile.js';

const posted = allPosted();
const isChart = ({ type }: Record<string, unknown>): boolean => String(type).startsWith('Chart.');

describe.skipIf(!hasSchema && !isRequired)('the official schema of Adaptive Cards 1.5 (needs ../shared/data)', () => {
  let validate: ValidateFunction;

  beforeAll(() => {
    validate = cardValidator();
  });

  it.each(posted)('accepts $name in $locale', (each) => {
    for (const card of cardsOf(each)) {
      validate(withoutTeams(card));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('refuses what is no card', () => {
    expect(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Alert' }] })).toBe(false);
    expect(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Image' }] })).toBe(false);
  });
});

describe('the SDK of Adaptive Cards', () => {
  const sdk = loadSdk();

  it.each(posted)('has nothing to say about $name in $locale', (each) => {
    for (const card of cardsOf(each)) expect(sdkEvents(sdk, withoutTeams(card))).toEqual([]);
  });

  it('shows the fallback of what only Teams has', () => {
    const code = posted.flatMap(cardsOf).filter((card) => nodesOfType(card, 'CodeBlock').length > 0);
    expect(code.length).toBeGreaterThan(0);
    const said = new Set(code.flatMap((card) => sdkEvents(sdk, card)));
    expect([...said]).toEqual(['Unknown element type "CodeBlock". Fallback will be used if present.']);
  });

  it('shows the numbers of charts, which only Teams draws', () => {
    const drawn = posted.flatMap(cardsOf).filter((card) => nodesOf(card).some(isChart));
    expect(drawn.length).toBeGreaterThan(0);
    const said = new Set(drawn.flatMap((card) => sdkEvents(sdk, card)));
    const kinds = new Set(
      drawn.flatMap((card) =>
        nodesOf(card)
          .filter(isChart)
          .map(({ type }) => String(type)),
      ),
    );
    // A card of bars with long labels, one of stacked bars, a pie, a gauge, a line: each with a fallback that is used.
    expect(kinds.size).toBeGreaterThanOrEqual(5);
    expect([...said].sort()).toEqual(
      [...kinds].map((kind) => `Unknown element type "${kind}". Fallback will be used if present.`).sort(),
    );
  });

  it('complains where there is something to say', () => {
    const action = { type: 'Action.OpenUrl', title: 'x', url: 'https://x.example/' };
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Alert' }], actions: Array(9).fill(action) };
    expect(sdkEvents(sdk, card).join('\n')).toMatch(/Alert.*Maximum number of actions/s);
  });

  it.skipIf(!isRequired)("is given Microsoft's own host configuration", () => {
    expect(hasHostConfig).toBe(true);
  });
});

it("fits into Microsoft's own types, and they would notice if it did not", () => {
  expect(complaintsAbout('test/conformance/drop-in/teams.ts')).toEqual([]);
});
