import { describe, expect, it } from 'vitest';
import { polarityOf } from '../../src/report/polarity.js';

describe('the welcome direction', () => {
  it.each([
    ...['streams', 'listeners', 'saves', 'net', 'mau', 'retentionRatio', 'quickRatio', 'f1', 'rocAuc', 'mcc'].map(
      (key) => [key, 'higher'] as const,
    ),
    ...['skipRatio', 'churnRatio', 'cancels', 'unrecouped', 'latencyMs', 'wer', 'rmse', 'brier', 'logLoss', 'psi'].map(
      (key) => [key, 'lower'] as const,
    ),
    ...['', 'unheardOf', 'constructor', '__proto__', 'toString'].map((key) => [key, 'neutral'] as const),
  ])('of `%s` is %s', (key, polarity) => {
    expect(polarityOf(key, undefined)).toBe(polarity);
  });

  it('is what the tenant says, of its own members only', () => {
    expect(polarityOf('streams', { streams: 'lower' })).toBe('lower');
    expect(polarityOf('streams', { saves: 'lower' })).toBe('higher');
    expect(polarityOf('toString', {})).toBe('neutral');
  });
});
