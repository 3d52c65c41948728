/** Labels within the limit of a host that tells the points and series of a chart apart by them. */
import { type CostTable, fitText } from '../kernel/fit.js';

/** Labels no two of which are the same, and what was done for that. */
export type UniqueLabels = {
  readonly texts: readonly string[];
  /** How many were cut. */
  readonly cut: number;
  /** How many say a number because another one was the same. */
  readonly numbered: number;
};

/**
 * Cuts labels to a limit of UTF-16 units and numbers what is the same then: `Tunis`, `Tunis (2)`.
 *
 * @param max at least 20, so that a number leaves room for a label
 */
export function uniqueLabels(labels: readonly string[], max: number, cost?: CostTable): UniqueLabels {
  const options = cost === undefined ? undefined : { cost };
  const taken = new Set<string>();
  const last = new Map<string, number>();
  let cut = 0;
  let numbered = 0;
  const texts = labels.map((label) => {
    const fitted = fitText(label, max, options);
    if (fitted.cut > 0) cut += 1;
    let { text } = fitted;
    if (taken.has(text)) {
      numbered += 1;
      let number = last.get(text) ?? 1;
      let other = text;
      while (taken.has(other)) {
        number += 1;
        const tail = ` (${number})`;
        other = fitText(label, max - tail.length, options).text + tail;
      }
      last.set(text, number);
      text = other;
    }
    taken.add(text);
    return text;
  });
  return { texts, cut, numbered };
}
