/** Bad rows: an error with their path and how the value begins, or left out and counted, as the call asks for. */
import { InputInvalidError, type Issue } from '../kernel/errors.js';
import { fitText } from '../kernel/fit.js';
import { toIssues } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';
import { cleanLine } from '../sanitize/text.js';
import type { Omitted } from './model.js';

/** `strict`: anything wrong is an error. `lenient`: rows with something wrong are left out, and the report says how many. */
export type RowMode = 'strict' | 'lenient';

/** A checked input and what of it was left out. */
export type Checked<Input> = {
  readonly input: Input;
  readonly omitted: Omitted;
  /** Paths of the rows that were left out, and what was wrong with them. */
  readonly issues: readonly Issue[];
};

const maxExcerptChars = 80;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function valueAt(input: unknown, path: string): unknown {
  let value = input;
  for (const segment of path === '' ? [] : path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

/** Adds how a value begins, where that is a cell of data. */
function withExcerpt(input: unknown, issue: Issue): Issue {
  const value = valueAt(input, issue.path);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return issue;
  return { ...issue, received: fitText(cleanLine(String(value)), maxExcerptChars).text };
}

/** The row that an issue is in: its list and its index. */
function rowOf(path: string, lists: readonly string[]): { readonly list: string; readonly index: number } | undefined {
  const list = lists.find((name) => path.startsWith(`${name}.`));
  if (list === undefined) return undefined;
  const index = Number(path.slice(list.length + 1).split('.', 1)[0]);
  return Number.isSafeInteger(index) && index >= 0 ? { list, index } : undefined;
}

/** Replaces a list that lies so deep in an input by another one; everything on the way is copied. */
function replaceList(value: unknown, path: readonly string[], rows: readonly unknown[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return rows;
  if (!isRecord(value)) return value;
  return { ...value, [name]: replaceList(value[name], rest, rows) };
}

function withoutRows(input: unknown, bad: ReadonlyMap<string, ReadonlySet<number>>): unknown {
  let kept = input;
  for (const [list, indices] of bad) {
    const rows = valueAt(input, list);
    if (!Array.isArray(rows)) continue;
    const good = rows.filter((_row, index) => !indices.has(index));
    kept = replaceList(kept, list.split('.'), good);
  }
  return kept;
}

const countRows = (input: unknown, lists: readonly string[]): number =>
  lists.reduce((sum, list) => {
    const rows = valueAt(input, list);
    return sum + (Array.isArray(rows) ? rows.length : 0);
  }, 0);

/** Rounds of leaving out: without a row, what it kept apart may be in the wrong order. */
const maxRounds = 8;

/**
 * Checks an input. @throws InputInvalidError with all that is wrong; in lenient mode with all that no row can be blamed for
 *
 * @param lists paths of the lists whose members are rows
 */
export function checkRows<Input>(
  formatter: string,
  schema: Schema<Input>,
  given: unknown,
  lists: readonly string[],
  mode: RowMode,
): Checked<Input> {
  let input = given;
  const issues: Issue[] = [];
  let left = 0;
  for (let round = 0; ; round += 1) {
    const parsed = schema.safeParse(input);
    if (parsed.success) return { input: parsed.data, omitted: { rows: left, of: countRows(given, lists) }, issues };
    const found = toIssues(parsed.error.issues).map((issue) => withExcerpt(input, issue));
    const bad = new Map<string, Set<number>>();
    const blamed = found.every(({ path }) => {
      const row = rowOf(path, lists);
      if (row === undefined) return false;
      bad.set(row.list, (bad.get(row.list) ?? new Set()).add(row.index));
      return true;
    });
    if (mode === 'strict' || !blamed || round === maxRounds) throw new InputInvalidError(formatter, found);
    for (const indices of bad.values()) left += indices.size;
    issues.push(...found);
    input = withoutRows(input, bad);
  }
}
