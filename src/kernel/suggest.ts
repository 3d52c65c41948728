/** Did-you-mean for names that people type: formatter ids, option keys, placeholders. */
import type { Issue } from './errors.js';

/** Longer words are not worth the quadratic time, and nobody mistypes a name of this length by two letters. */
const maxWordChars = 64;

/** Optimal string alignment distance (a swap of neighbours counts once), or `limit + 1` as soon as it is above `limit`. */
function distanceWithin(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

/**
 * Finds the candidate that was probably meant. Ignores case, allows one error in three letters and three at most; the first
 * of equally near candidates wins. Undefined when nothing is near.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word === '' || word.length > maxWordChars) return undefined;
  const wanted = word.toLowerCase();
  let limit = Math.min(3, Math.ceil(word.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    if (candidate.length > maxWordChars) continue;
    const distance = distanceWithin(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance - 1;
  }
  return best;
}

/** Says what is wrong with a name and offers the nearest one that exists. */
export function unknownName(path: string, kind: string, value: string, known: readonly string[]): Issue {
  const near = closest(value, known);
  const hint = near === undefined ? '' : `, did you mean \`${near}\`?`;
  return { path, message: `unknown ${kind} \`${value}\`${hint}`, expected: near ?? kind };
}
