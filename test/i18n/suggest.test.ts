import { describe, expect, it } from 'vitest';
import { closest } from '../../src/kernel/suggest.js';

const ids = ['slack', 'email', 'sms', 'teams', 'pagerduty', 'prometheus'];

describe('closest', () => {
  it.each([
    ['slak', 'slack'],
    ['SLACK', 'slack'],
    ['e-mail', 'email'],
    ['pagerdtuy', 'pagerduty'],
    ['pager-duty', 'pagerduty'],
    ['promtheus', 'prometheus'],
    ['sns', 'sms'],
    ['tems', 'teams'],
  ])('takes %s for %s', (word, expected) => {
    expect(closest(word, ids)).toBe(expected);
  });

  it.each(['', 'discord', 'x', 'xy', 'webhook', 's'.repeat(10_000)])('has no idea what %.12s means', (word) => {
    expect(closest(word, ids)).toBeUndefined();
  });

  it('prefers the nearest, then the first', () => {
    expect(closest('cat', ['cart', 'cat', 'bat'])).toBe('cat');
    expect(closest('cat', ['bat', 'rat'])).toBe('bat');
    expect(closest('cat', [])).toBeUndefined();
  });
});
