/** Settings that nobody can change any more. */

/** Freezes plain data; functions are kept as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

/** Arrays and object literals, those of other realms included. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Copies and freezes what no schema has copied yet: objects and arrays, all the way down. */
export function frozenCopy(value: unknown, copies = new Map<unknown, unknown>()): unknown {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: object = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [key, member] of Object.entries(value)) {
    // Unlike an assignment, this makes `__proto__` a member like any other.
    Object.defineProperty(copy, key, { value: frozenCopy(member, copies), enumerable: true });
  }
  return Object.freeze(copy);
}
