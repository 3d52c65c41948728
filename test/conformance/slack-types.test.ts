import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it('fits into @slack/web-api, @slack/webhook and @slack/types, and they would notice if it did not', () => {
  expect(complaintsAbout('test/conformance/drop-in/slack.ts')).toEqual([]);
});
