/**
 * Chooses the text that messages of a kind have in common, after COVER (Liao, Petri, Moffat, Wirth, "Effective
 * construction of relative Lempel-Ziv dictionaries", WWW 2016): the segments whose pieces are in the most samples, each piece
 * counted once.
 */

export type Sample = {
  /** Samples of one group are versions of one thing: what only they share is not common. */
  readonly group: string;
  readonly text: string;
};

/** Shorter pieces are found everywhere, and longer ones nowhere. */
const pieceChars = 10;
const segmentChars = 64;

/** Counts in how many groups each piece is. */
function countGroups(samples: readonly Sample[]): Map<string, number> {
  const groups = new Map<string, Set<string>>();
  for (const { group, text } of samples) {
    for (let at = 0; at + pieceChars <= text.length; at++) {
      const piece = text.slice(at, at + pieceChars);
      const known = groups.get(piece);
      if (known === undefined) groups.set(piece, new Set([group]));
      else known.add(group);
    }
  }
  // What is in one group alone helps no other.
  return new Map([...groups].flatMap(([piece, { size }]) => (size > 1 ? [[piece, size - 1] as const] : [])));
}

type Segment = { readonly text: string; readonly score: number };

/** Finds the segment of a text whose pieces that are not taken yet are in the most groups. */
function bestSegment(text: string, counts: ReadonlyMap<string, number>): Segment {
  const scores = Array.from(
    { length: Math.max(0, text.length - pieceChars + 1) },
    (_, at) => counts.get(text.slice(at, at + pieceChars)) ?? 0,
  );
  const width = segmentChars - pieceChars + 1;
  let score = 0;
  let best = { at: 0, score: 0 };
  for (const [at, each] of scores.entries()) {
    score += each - (scores[at - width] ?? 0);
    if (score > best.score) best = { at: Math.max(0, at - width + 1), score };
  }
  return { text: text.slice(best.at, best.at + segmentChars), score: best.score };
}

/** Pieces count once: a second copy of them in the dictionary would be of no use. */
function take({ text }: Segment, counts: Map<string, number>): void {
  for (let at = 0; at + pieceChars <= text.length; at++) counts.delete(text.slice(at, at + pieceChars));
}

/** Returns segments of `maxBytes` together at most, the most common last: what is near is cheapest to refer to. */
export function train(samples: readonly Sample[], maxBytes: number): string[] {
  const counts = countGroups(samples);
  const chosen: Segment[] = [];
  let bytes = 0;
  for (let isFruitful = true; isFruitful; ) {
    isFruitful = false;
    for (const { text } of samples) {
      const segment = bestSegment(text, counts);
      if (segment.score === 0) continue;
      const { length } = Buffer.from(segment.text.toWellFormed());
      if (bytes + length > maxBytes) return inOrder(chosen);
      take(segment, counts);
      chosen.push(segment);
      bytes += length;
      isFruitful = true;
    }
  }
  return inOrder(chosen);
}

const inOrder = (segments: readonly Segment[]): string[] =>
  [...segments].sort((a, b) => a.score - b.score).map(({ text }) => text.toWellFormed());
