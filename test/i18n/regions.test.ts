import { describe, expect, it } from 'vitest';
import { createRegions } from '../../src/i18n/regions.js';

describe('regions', () => {
  it.each([
    ['en', 'FR', 'France'],
    ['fr', 'DE', 'Allemagne'],
    ['ar', 'MA', 'المغرب'],
    ['fr', '001', 'Monde'],
  ])('are named in %s: %s is %s', (locale, code, name) => {
    const { region } = createRegions([locale, 'en']);
    expect(region(code)).toBe(name);
    expect(region(code)).toBe(name);
  });

  it.each(['', 'fr', 'FRA', 'F', '12', '__proto__', 'WW1'])('stay `%s` where that is no code', (code) => {
    expect(createRegions(['en']).region(code)).toBe(code);
  });
});
