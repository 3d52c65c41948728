/** Checks of the options that the renderers `html`, `markdown` and `text` have beside the common ones. */
import type { Issue } from '../kernel/errors.js';
import { unknownName } from '../kernel/suggest.js';

/** What an option may be: one of some words, a whole number from a minimum, or true or false. */
export type OptionKind = readonly string[] | { readonly min: number } | 'boolean';

export type OptionKinds<Options> = Readonly<Record<keyof Options & string, OptionKind>>;

function issueOf(path: string, value: unknown, kind: OptionKind): Issue | undefined {
  if (kind === 'boolean') {
    return typeof value === 'boolean' ? undefined : { path, message: 'expected boolean', expected: 'boolean' };
  }
  if ('min' in kind) {
    const expected = `a whole number of at least ${kind.min}`;
    return Number.isSafeInteger(value) && Number(value) >= kind.min
      ? undefined
      : { path, message: `expected ${expected}`, expected };
  }
  if (typeof value !== 'string') return { path, message: 'expected string', expected: 'string' };
  return kind.includes(value) ? undefined : unknownName(path, path, value, kind);
}

/** Finds what is wrong with the options that a renderer knows by these kinds. */
export function checkKinds<Options extends object>(kinds: OptionKinds<Options>, options: Options): Issue[] {
  const issues: Issue[] = [];
  for (const [name, kind] of Object.entries<OptionKind>(kinds)) {
    const value = (options as Record<string, unknown>)[name];
    const issue = value === undefined ? undefined : issueOf(name, value, kind);
    if (issue !== undefined) issues.push(issue);
  }
  return issues;
}
