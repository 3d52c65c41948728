import { expect, it } from 'vitest';
import { runExample } from '../../examples/run-example.js';
import { checkTeamsMessages } from '../../fixtures/teams/rules.js';

it('the example posts messages that Teams takes', { timeout: 60_000 }, async () => {
  const { code, stdout, stderr } = await runExample('teams');
  expect(code).toBe(0);
  // Messages are printed one after the other.
  const [payload, ...followUps] = stdout
    .trim()
    .split(/\n(?=\{\n)/)
    .map((text) => JSON.parse(text));
  expect(followUps).toHaveLength(1);
  expect(checkTeamsMessages({ payload, followUps }, { rtl: true })).toEqual([]);
  expect(stdout).toContain('<at>ليلى</at>');
  expect(stderr).toMatch(/^split : /);
});
