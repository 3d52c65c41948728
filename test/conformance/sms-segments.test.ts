/** Segments as counted here, by Twilio's calculator and by Gammu, which share no code. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { segmentSms } from '../../src/channels/sms/segments.js';
import { createFormatters } from '../../src/index.js';
import { alerts } from '../contract/alerts.js';
import { countWithGammu, countWithTwilio, hasGammu } from '../support/sms-consumers.js';
import { anyText, clusteredText, gsmText } from '../support/sms-texts.js';

const isRequired = process.env['REQUIRE_CONSUMERS'] === '1';
const seed = 20_261_120;

const texts: readonly string[] = [
  ...fc.sample(gsmText, { seed, numRuns: 1000 }),
  ...fc.sample(anyText, { seed, numRuns: 1000 }),
];

const sayings = (text: string) => {
  const { encoding, segments } = segmentSms(text);
  return { encoding, segments: segments.length };
};

describe('2,000 texts', () => {
  it('are many, of both encodings, and of one to many segments', () => {
    expect(texts.length).toBe(2000);
    const seen = texts.map(sayings);
    expect(seen.filter(({ encoding }) => encoding === 'GSM-7').length).toBeGreaterThan(900);
    expect(seen.filter(({ encoding }) => encoding === 'UCS-2').length).toBeGreaterThan(800);
    for (const count of [1, 2, 3, 4])
      expect(seen.filter(({ segments }) => segments === count).length).toBeGreaterThan(20);
  });

  it('are counted as the calculator of Twilio counts them', () => {
    for (const text of texts) expect({ text, ...sayings(text) }).toEqual({ text, ...countWithTwilio(text) });
  });

  it.skipIf(!hasGammu && !isRequired)('are counted as Gammu counts them (apt-get install python3-gammu)', () => {
    const counts = countWithGammu(texts.map((text) => [text, segmentSms(text).encoding === 'UCS-2'] as const));
    for (const [index, text] of texts.entries()) {
      expect({ text, segments: sayings(text).segments }).toEqual({ text, segments: counts[index] });
    }
  });

  it('with clusters that readers see as one character are counted as the calculator counts them', () => {
    for (const text of fc.sample(clusteredText, { seed, numRuns: 500 })) {
      expect({ text, ...sayings(text) }).toEqual({ text, ...countWithTwilio(text) });
    }
  });
});

describe('messages of formatters', () => {
  let bodies: { body: string; encoding: string; count: number }[] = [];

  beforeAll(() => {
    bodies = (['en', 'fr', 'ar'] as const).flatMap((locale) => {
      const { sms } = createFormatters({ tenantId: 'label_42', locale });
      return alerts.flatMap((alert) => {
        const { payload, followUps } = sms.format(alert as never);
        return [payload, ...followUps].map(({ body, encoding, segments }) => ({
          body,
          encoding,
          count: segments.length,
        }));
      });
    });
  });

  it('cost what the calculator of Twilio says', () => {
    for (const { body, encoding, count } of bodies) {
      expect({ body, encoding, segments: count }).toEqual({ body, ...countWithTwilio(body) });
    }
  });

  it.skipIf(!hasGammu && !isRequired)('cost what Gammu says (apt-get install python3-gammu)', () => {
    const counts = countWithGammu(bodies.map(({ body, encoding }) => [body, encoding === 'UCS-2'] as const));
    expect(bodies.map(({ count }) => count)).toEqual(counts);
  });
});
