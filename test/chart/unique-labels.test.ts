import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueLabels } from '../../src/chart/unique-labels.js';
import { anyText } from '../property/arbitraries/text.js';
import { escapedLength } from '../support/checks.js';
import { tries } from '../support/runs.js';

const escaped = { '&': 5, '<': 4, '>': 4 };
const isStrange = (text: string): boolean => /[\u2066-\u2069]/.test(text);

describe('the labels of a chart', () => {
  it.each([
    [['Tunis', 'Sfax'], ['Tunis', 'Sfax'], 0, 0],
    [['Tunis', 'Tunis', 'Tunis'], ['Tunis', 'Tunis (2)', 'Tunis (3)'], 0, 2],
    // A name that is taken already is not given again.
    [['a', 'a (2)', 'a'], ['a', 'a (2)', 'a (3)'], 0, 1],
    [['x'.repeat(21)], [`${'x'.repeat(19)}…`], 1, 0],
    [['x'.repeat(21), 'x'.repeat(22)], [`${'x'.repeat(19)}…`, `${'x'.repeat(15)}… (2)`], 2, 1],
    [[], [], 0, 0],
  ])('of %j are %j', (labels, texts, cut, numbered) => {
    expect(uniqueLabels(labels, 20)).toEqual({ texts, cut, numbered });
  });

  it('are counted as they are escaped', () => {
    expect(uniqueLabels(['R&B and <soul>, live'], 20, escaped)).toMatchObject({ texts: ['R&B and <sou…'], cut: 1 });
  });

  it('are within the limit and there once, whatever they are', () => {
    const label = fc.oneof(
      anyText(8).filter((text) => !isStrange(text)),
      fc.constantFrom('', 'a', 'a (2)', '&'.repeat(9), 'y'.repeat(40), 'y'.repeat(41)),
    );
    fc.assert(
      fc.property(fc.array(label, { maxLength: 120 }), (labels) => {
        const { texts, cut, numbered } = uniqueLabels(labels, 20, escaped);
        expect(new Set(texts).size).toBe(labels.length);
        for (const text of texts) expect(escapedLength(text)).toBeLessThanOrEqual(20);
        const changed = texts.filter((text, index) => text !== labels[index]).length;
        expect(changed).toBeLessThanOrEqual(cut + numbered);
        if (changed === 0) expect([cut, numbered]).toEqual([0, 0]);
      }),
      tries(150),
    );
  });
});
