import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlackOptions } from '../../src/formatters/slack.js';
import { LimitExceededError } from '../../src/kernel/errors.js';
import { tries } from '../support/runs.js';
import { checkSlackMessages } from '../support/slack-limits.js';
import { createSlackTenants } from '../support/slack-tenants.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';

const tenants = createSlackTenants();
const tenant = fc.constantFrom(...tenants);
const options: fc.Arbitrary<SlackOptions> = fc.constantFrom<SlackOptions[]>(
  { overflow: 'split' },
  { overflow: 'truncate' },
  { overflow: 'error' },
  {
    overflow: 'split',
    threadTs: '1700000000.000100',
    replyBroadcast: true,
    now: 1_795_167_000_000,
    correlationId: 'c-1',
  },
);

describe('limits of Slack', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert, 250],
    ['documents', anyDocument, 150],
  ] as const)('hold for %s of all kinds under every overflow policy', (_what, input, numRuns) => {
    fc.assert(
      fc.property(input, tenant, options, (value, { slack, limits }, chosen) => {
        const result = slack.tryFormat(value, chosen);
        if (!result.ok) {
          expect(chosen.overflow).toBe('error');
          expect(result.error).toBeInstanceOf(LimitExceededError);
          return;
        }
        const { payload, followUps } = result.value;
        expect(checkSlackMessages({ payload, followUps }, limits)).toEqual([]);
        if (chosen.overflow !== 'split') expect(followUps).toEqual([]);
      }),
      tries(numRuns),
    );
  });
});
