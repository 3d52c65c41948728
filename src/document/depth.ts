/** Bounds on values of unknown origin, checked before anything recurses into them. */

/** Deeper or larger inputs are refused: no report that people read comes near, and zod overflows at 5,000 levels. */
export const inputBounds = { maxDepth: 64, maxNodes: 50_000 } as const;

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/**
 * Tells whether a value nests deeper than `maxDepth` objects and arrays (the value itself is the first), or holds more
 * than `maxNodes` values, array holes included.
 *
 * Iterative, so that no depth overflows the stack. A cycle is too deep, and so is what throws when it is read. Bytes
 * count as one value.
 */
export function exceedsDepth(value: unknown, maxDepth: number, maxNodes: number): boolean {
  if (!isContainer(value)) return false;
  const stack: object[] = [value];
  const depths: number[] = [1];
  let nodes = 1;
  try {
    for (let current: unknown = stack.pop(); current !== undefined; current = stack.pop()) {
      const depth = depths.pop() ?? 1;
      if (depth > maxDepth) return true;
      // A sparse array may claim four billion elements: its length is counted before it is walked.
      const members: readonly unknown[] = Array.isArray(current) ? current : Object.values(current as object);
      nodes += members.length;
      // Negated, because a proxy may report a length that is not a number.
      if (!(nodes <= maxNodes)) return true;
      for (let index = 0; index < members.length; index++) {
        const member = members[index];
        if (!isContainer(member)) continue;
        stack.push(member);
        depths.push(depth + 1);
      }
    }
  } catch {
    return true;
  }
  return false;
}
