/** Tracks and cities by how much they have, and where they stood before. */

/** A row of a list with its place in it, from 1, and its index in the input. */
export type Ranked<Row> = {
  readonly row: Row;
  readonly index: number;
  readonly rank: number;
  readonly rankBefore?: number;
};

type Counted = { readonly previous?: number | undefined };

const byCount =
  <Row>(countOf: (row: Row) => number) =>
  (a: { readonly row: Row }, b: { readonly row: Row }): number =>
    countOf(b.row) - countOf(a.row);

/**
 * Ranks rows, the largest first, ties in the order of the input. Places of before are known only where all rows have a figure of
 * before: one that lacks it may have stood anywhere.
 */
export function rankRows<Row extends Counted>(rows: readonly Row[], countOf: (row: Row) => number): Ranked<Row>[] {
  const indexed = rows.map((row, index) => ({ row, index }));
  const ranked = [...indexed].sort(byCount(countOf));
  if (rows.length === 0 || rows.some(({ previous }) => previous === undefined)) {
    return ranked.map(({ row, index }, place) => ({ row, index, rank: place + 1 }));
  }
  const placesBefore = new Map(
    indexed.sort(byCount(({ previous = 0 }) => previous)).map(({ index }, place) => [index, place + 1] as const),
  );
  return ranked.map(({ row, index }, place) => ({
    row,
    index,
    rank: place + 1,
    rankBefore: placesBefore.get(index) ?? place + 1,
  }));
}
