/** zod's issues in this package's words: a path, what was expected, and never the offending value. */
import type { Issue } from './errors.js';

/** The members of zod's raw issues that are read here; all versions 4.x have them. */
export type RawIssue = {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message?: string | undefined;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly format?: string;
  readonly errors?: readonly (readonly RawIssue[])[];
  readonly issues?: readonly RawIssue[];
};

const oneOf = (values: readonly unknown[] = []): string => values.map((value) => `\`${String(value)}\``).join(', ');

/** zod's names of types that read badly in a sentence. */
const typeNames: ReadonlyMap<unknown, string> = new Map([
  ['int', 'a whole number'],
  ['record', 'object'],
]);

/** What zod/mini says where a check was given no words of its own. */
const noWords = 'Invalid input';

/** The words of a check, which say more than its bound or pattern. */
const wordsOf = ({ message }: RawIssue): string | undefined => (message === noWords ? undefined : message);

/** What an issue expected, by zod's issue code. */
const expectations: Readonly<Record<string, (issue: RawIssue) => string>> = {
  invalid_type: (issue) => typeNames.get(issue.expected) ?? String(issue.expected),
  invalid_value: (issue) => `one of ${oneOf(issue.values)}`,
  too_small: (issue) => wordsOf(issue) ?? `at least ${String(issue.minimum)}`,
  too_big: (issue) => wordsOf(issue) ?? `at most ${String(issue.maximum)}`,
  invalid_format: (issue) => wordsOf(issue) ?? `the format ${issue.format}`,
  unrecognized_keys: () => 'only known members',
};

/** Whether a value is of the kind that a branch of a union wants, whatever is wrong inside of it. */
const isBegun = (branch: readonly RawIssue[]): boolean =>
  branch.every(({ code, path = [] }) => code === 'unrecognized_keys' || path.length > 0);

const complaintsOf = (branch: readonly RawIssue[]): number =>
  branch.reduce((sum, { keys = [''] }) => sum + keys.length, 0);

/** How far below its union the deepest complaint of a branch lies. */
const depthOf = (branch: readonly RawIssue[]): number => Math.max(0, ...branch.map(({ path = [] }) => path.length));

const joinPath = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function translate(issue: RawIssue, base: readonly PropertyKey[]): Issue[] {
  const path = [...base, ...(issue.path ?? [])];
  if (issue.code === 'invalid_union' && issue.errors !== undefined && issue.errors.length > 0) {
    // Of the branches that were begun, the one with the least to complain about was meant, and then the one that got furthest.
    const [meant] = issue.errors
      .filter(isBegun)
      .sort((a, b) => complaintsOf(a) - complaintsOf(b) || depthOf(b) - depthOf(a));
    if (meant !== undefined) return meant.flatMap((inner) => translate(inner, path));
    const expected = [...new Set(issue.errors.flatMap((branch) => branch.map(expectationOf)))].join(' or ');
    return [{ path: joinPath(path), message: `expected ${expected}`, expected }];
  }
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      path: joinPath([...path, key]),
      message: 'unknown member',
      expected: 'only known members',
    }));
  }
  const expected = expectationOf(issue);
  return [{ path: joinPath(path), message: `expected ${expected}`, expected }];
}

function expectationOf(issue: RawIssue): string {
  const expectation = issue.code === undefined ? undefined : expectations[issue.code];
  // Custom checks carry their own expectation as zod's message.
  return expectation?.(issue) ?? (issue.message === undefined ? 'another value' : issue.message);
}

/** Translates zod's issues, all of them, in order. `base` is where in the input the value was found. */
export function toIssues(raw: readonly RawIssue[], base: readonly PropertyKey[] = []): Issue[] {
  return raw.flatMap((issue) => translate(issue, base));
}
