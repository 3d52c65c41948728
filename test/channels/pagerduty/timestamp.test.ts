import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timestampRange } from '../../../src/channels/pagerduty/limits.js';
import { isoInstant } from '../../../src/channels/pagerduty/timestamp.js';

const { minMs, maxMs } = timestampRange;

it.each([
  [minMs, '0000-01-01T00:00:00.000Z'],
  [-1, '1969-12-31T23:59:59.999Z'],
  [-0.5, '1970-01-01T00:00:00.000Z'],
  [951_782_400_000, '2000-02-29T00:00:00.000Z'],
  [-2_203_891_200_001, '1900-02-28T23:59:59.999Z'],
  [maxMs, '9999-12-31T23:59:59.999Z'],
])('writes %d as %s', (epochMs, written) => {
  expect(isoInstant(epochMs)).toBe(written);
});

it('writes what dates write, whatever the instant', () => {
  fc.assert(
    fc.property(fc.double({ min: minMs, max: maxMs, noNaN: true }), (epochMs) => {
      expect(isoInstant(epochMs)).toBe(new Date(epochMs).toISOString());
    }),
    { numRuns: 2000 },
  );
});
