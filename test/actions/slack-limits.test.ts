import { expect, it } from 'vitest';
import type { Action } from '../../src/document/nodes.js';
import { alertWith } from '../support/slack-inputs.js';
import { actionIdsOf, checkSlackMessages } from '../support/slack-limits.js';
import { createSlack } from '../support/tenants.js';
import { key, now } from './interactions.js';

it('signed ids stay within the limits of Slack, however long ids and fingerprints are', () => {
  const actions = Array.from(
    { length: 60 },
    (_, index): Action => ({ id: `${'é'.repeat(index)}${index % 7}`, label: `Action ${index}`, kind: 'custom' }),
  );
  const formatted = createSlack({ actions: { key } }).format(
    alertWith({ actions, fingerprint: 'f'.repeat(200) } as never),
    { now },
  );
  expect(checkSlackMessages(formatted)).toEqual([]);
  const ids = actionIdsOf(formatted.payload);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^cf1_/);
  // Once for each kind of id that had to be shortened.
  expect(formatted.diagnostics.filter(({ code }) => code === 'normalized')).toHaveLength(2);
});
