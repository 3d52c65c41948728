/** A line of a short message, and how much it matters. */

/** Who goes first where the message is too small: 0 stays longest. */
export type Line = {
  readonly text: string;
  readonly path: string;
  readonly rank: number;
  /** Its beginning is worth having. */
  readonly isFlexible: boolean;
};

export const ranks = {
  optOut: 0,
  link: 1,
  metric: 2,
  reply: 3,
  callToAction: 4,
  origin: 5,
  text: 6,
  moreMetrics: 7,
  note: 8,
} as const;
