import { expect, it } from 'vitest';
import { type Reported, wasReported } from '../../src/kernel/reported.js';

it('tells of each reason and path whether it was there before', () => {
  const reported: Reported = new Map();
  const seen = [
    ['A text was cut', 'title'],
    ['A text was cut', 'title'],
    ['A text was cut', 'labels'],
    ['A text was cut', 'labels'],
    ['A text was cut', 'title'],
    ['A text was cut', ''],
    ['Actions were left out', 'title'],
    ['', ''],
    ['', ''],
  ].map(([reason = '', path = '']) => wasReported(reported, reason, path));
  expect(seen).toEqual([false, true, false, true, true, false, false, false, true]);
});
