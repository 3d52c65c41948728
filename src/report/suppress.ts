/** Small cells: groups of so few people that somebody could be recognised (recital 26 of the GDPR; k-anonymity). */

/** What is shown, and how many groups are not. */
export type Suppressed<Cell> = { readonly shown: readonly Cell[]; readonly suppressed: number };

/**
 * Leaves out groups of fewer than `minCount` people. Where that hides one group only, the total would tell how large it is, so
 * the smallest of the others goes as well. Groups of nobody are no people and stay.
 */
export function suppressSmall<Cell>(
  cells: readonly Cell[],
  countOf: (cell: Cell) => number,
  minCount: number,
): Suppressed<Cell> {
  const isSmall = (cell: Cell): boolean => countOf(cell) > 0 && countOf(cell) < minCount;
  const shown = cells.filter((cell) => !isSmall(cell));
  const hidden = cells.length - shown.length;
  if (hidden !== 1 || shown.length === 0) return { shown, suppressed: hidden };
  let smallest = -1;
  for (const [index, cell] of shown.entries()) {
    const least = shown[smallest];
    if (countOf(cell) > 0 && (least === undefined || countOf(cell) < countOf(least))) smallest = index;
  }
  if (smallest < 0) return { shown, suppressed: 1 };
  return { shown: shown.filter((_cell, index) => index !== smallest), suppressed: 2 };
}
