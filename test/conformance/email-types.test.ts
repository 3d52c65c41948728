import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it("fits into nodemailer's types, which would notice if it did not", () => {
  expect(complaintsAbout('test/conformance/drop-in/email.ts')).toEqual([]);
});
