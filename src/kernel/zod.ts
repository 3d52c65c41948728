/**
 * The part of zod that this package uses, and the only file that names it.
 *
 * Named re-exports keep bundles small: `import { z } from 'zod'` costs 443 kB minified, these about 20. The build
 * vendors this file, because loading zod as separate files costs 60 ms of CPU and vendored about 7.
 *
 * Some of zod's own are made of smaller parts here: they accept the same and say the same, in the caller's words.
 */
import { custom, number, refine } from 'zod/mini';

export type { output, ZodMiniType } from 'zod/mini';
export {
  array,
  check,
  custom,
  discriminatedUnion,
  exactOptional,
  lazy,
  literal,
  // One of some words: accepts and reports the same as zod's `enum`, which adds 1 kB.
  literal as enum,
  number,
  object,
  optional,
  record,
  refine,
  strictObject,
  string,
  union,
} from 'zod/mini';

/** `true` or `false`. zod's own adds half a kB. */
export function boolean() {
  return custom<boolean>((value) => typeof value === 'boolean', 'boolean');
}

/** A whole number that is exact. zod's own adds 1.5 kB, for number formats. */
export function int() {
  return number().check(refine(Number.isSafeInteger, { error: 'a whole number', abort: true }));
}

/** A check for at least so many items or characters. */
export function minLength<Value extends { readonly length: number }>(minimum: number, expected: string) {
  return refine<Value>(({ length }) => length >= minimum, expected);
}

/** A check for a pattern, without the flags `g` and `y`, which would remember the last match. */
export function regex(pattern: RegExp, expected: string) {
  return refine<string>((text) => pattern.test(text), expected);
}
