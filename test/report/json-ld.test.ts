import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJsonLd } from '../../src/report/json-ld.js';
import { runs } from '../support/runs.js';

describe('the JSON-LD of a report', () => {
  it('is absent where there is none', () => {
    expect(toJsonLd({})).toBeUndefined();
  });

  it.each(['</script>', '<!--', ']]>', '\u2028', '&lt;'])('holds `%s` without ending its script', (text) => {
    const written = toJsonLd({ jsonLd: { name: text } }) ?? '';
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual({ name: text });
  });

  it('reads back as it was, whatever its texts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (record) => {
        const jsonLd = { ...record };
        expect(JSON.parse(toJsonLd({ jsonLd }) ?? '')).toEqual(JSON.parse(JSON.stringify(jsonLd)));
      }),
      { numRuns: runs(200) },
    );
  });
});
