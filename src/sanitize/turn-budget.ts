/** Counts work since the event loop last turned. */

export type TurnBudget = {
  /** What was spent in this turn. */
  readonly calls: number;
  readonly chars: number;
  /** Counts one call on a text of that length. */
  spend(chars: number): void;
  /** Lets the event loop turn, after which nothing is spent. */
  nextTurn(): Promise<void>;
};

/**
 * Creates a counter that starts again with each turn of the event loop.
 *
 * The one timer of this package, and it measures no time: a pending `setImmediate` that does not keep the process alive
 * is the only sign that a turn has ended, and there is none while nothing is counted. What jsdom retains for the length
 * of a turn is what has to be counted.
 */
export function createTurnBudget(): TurnBudget {
  let calls = 0;
  let chars = 0;
  const reset = (): void => {
    calls = 0;
    chars = 0;
  };
  return {
    get calls() {
      return calls;
    },
    get chars() {
      return chars;
    },
    spend: (length) => {
      if (calls === 0) setImmediate(reset).unref();
      calls += 1;
      chars += length;
    },
    nextTurn: () =>
      new Promise((resolve) => {
        setImmediate(() => {
          reset();
          resolve();
        });
      }),
  };
}
