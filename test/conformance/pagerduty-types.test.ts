import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it('fits into @pagerduty/pdjs, which would notice if it did not', () => {
  expect(complaintsAbout('test/conformance/drop-in/pagerduty.ts')).toEqual([]);
});
