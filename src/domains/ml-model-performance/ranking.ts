/** Figures of ranked lists, with the gain by which relevance counts always named. */

/** How relevance counts: as it is, as scikit-learn has it, or as 2^relevance - 1, as web search has it. */
export type Gain = 'linear' | 'exponential';

const gains: Readonly<Record<Gain, (relevance: number) => number>> = {
  linear: (relevance) => relevance,
  exponential: (relevance) => 2 ** relevance - 1,
};

/** The discounted cumulative gain of a list, the first item first. https://doi.org/10.1145/582415.582418 */
export function dcg(relevances: readonly number[], gain: Gain, k = relevances.length): number {
  let sum = 0;
  for (const [index, relevance] of relevances.slice(0, k).entries())
    sum += gains[gain](relevance) / Math.log2(index + 2);
  return sum;
}

/**
 * The gain of a list as a share of that of the same items in the best order; `undefined` where no item is relevant.
 *
 * @param relevances of the items as they were ranked, all from 0
 * @param gain both give other figures, so that it has to be said
 * @param k how many items count @default all
 * @example
 * ```ts
 * import { ndcg } from 'channel-formatters/ml-model-performance';
 *
 * console.log(ndcg([3, 2, 3, 0, 1, 2], 'linear'), ndcg([3, 2, 3, 0, 1, 2], 'exponential'));
 * ```
 */
export function ndcg(relevances: readonly number[], gain: Gain, k = relevances.length): number | undefined {
  const ideal = dcg(
    [...relevances].sort((a, b) => b - a),
    gain,
    k,
  );
  return ideal > 0 ? dcg(relevances, gain, k) / ideal : undefined;
}
