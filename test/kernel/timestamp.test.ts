import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTimestamp } from '../../src/kernel/timestamp.js';
import { runs } from '../support/runs.js';

describe('a timestamp', () => {
  it.each([
    '1970-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
    '1900-02-28T23:59:59.999Z',
    '2000-02-29T23:59:59.999Z',
    '1900-02-28T00:00:00.001Z',
    '2100-03-01T00:00:00.000Z',
    '0000-02-29T12:00:00.000Z',
    '0000-03-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '+010000-01-01T00:00:00.000Z',
    '-000001-12-31T23:59:59.999Z',
  ])('is %s', (text) => {
    expect(toTimestamp(Date.parse(text))).toBe(text);
  });

  it('is what a Date says of any instant, fractions of milliseconds included', () => {
    const instants = fc.oneof(
      fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
      fc.integer({ min: -70_000_000_000_000, max: 260_000_000_000_000 }),
      fc.double({ min: -1e13, max: 1e13, noNaN: true }),
    );
    fc.assert(
      fc.property(instants, (epochMs) => {
        expect(toTimestamp(epochMs)).toBe(new Date(epochMs).toISOString());
      }),
      { numRuns: runs(5000) },
    );
  });
});
