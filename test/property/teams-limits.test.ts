import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamsOptions } from '../../src/formatters/teams.js';
import { LimitExceededError } from '../../src/kernel/errors.js';
import { checkTeamsMessages } from '../fixtures/teams/rules.js';
import { createTeamsTenants } from '../fixtures/teams/tenants.js';
import { tries } from '../support/runs.js';
import { anyAlert } from './arbitraries/alert.js';
import { anyDocument } from './arbitraries/document.js';

const tenant = fc.constantFrom(...createTeamsTenants());
const options: fc.Arbitrary<TeamsOptions> = fc.constantFrom<TeamsOptions[]>(
  { overflow: 'split' },
  { overflow: 'truncate' },
  { overflow: 'error' },
  { overflow: 'split', now: 1_795_167_000_000, correlationId: 'c-1' },
);

describe('the rules of Teams', { timeout: 60_000 }, () => {
  it.each([
    ['alerts', anyAlert, 200],
    ['documents', anyDocument, 120],
  ] as const)('hold for %s of all kinds under every overflow policy', (_what, input, numRuns) => {
    fc.assert(
      fc.property(input, tenant, options, (value, { teams, limits }, chosen) => {
        const result = teams.tryFormat(value, chosen);
        if (!result.ok) {
          expect(chosen.overflow).toBe('error');
          expect(result.error).toBeInstanceOf(LimitExceededError);
          return;
        }
        const { payload, followUps } = result.value;
        // The direction of a document is its own.
        const { rtl: _, ...others } = limits;
        expect(checkTeamsMessages({ payload, followUps }, 'type' in value ? others : limits)).toEqual([]);
        if (chosen.overflow !== 'split') expect(followUps).toEqual([]);
      }),
      tries(numRuns),
    );
  });
});
