/** Walks over what a formatter returns. Bytes are leaves. */

export type Found = { readonly path: string; readonly value: unknown };

/** Every value below a root, the root included, with its path. */
export function* walkValues(root: unknown): Generator<Found> {
  const open: Found[] = [{ path: '', value: root }];
  for (let found = open.pop(); found !== undefined; found = open.pop()) {
    yield found;
    const { path, value } = found;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    for (const [key, member] of Object.entries(value)) open.push({ path: `${path}.${key}`, value: member });
  }
}

/** Every string below a root. */
export function strings(root: unknown): string[] {
  return [...walkValues(root)].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/** A copy of a value with another one somewhere inside of it; each step picks one of the members. */
export function replaceIn(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = replaceIn((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((member: unknown, index) => (String(index) === key ? inner : member));
  return { ...value, [key]: inner };
}

/** Overwrites everything in a value that can be overwritten. */
export function overwrite(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
  for (const [key, member] of Object.entries(value)) {
    overwrite(member);
    (value as Record<string, unknown>)[key] = 'overwritten';
  }
  if (Array.isArray(value)) value.push('overwritten');
}

/** A copy in which bytes of any kind are `Uint8Array`s. */
export function plainBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(plainBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainBytes(member)]));
}
