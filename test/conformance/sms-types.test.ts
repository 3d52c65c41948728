import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it('fits into messages.create of twilio, and would be noticed if it did not', () => {
  expect(complaintsAbout('test/conformance/drop-in/sms.ts')).toEqual([]);
});
