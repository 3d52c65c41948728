/** Validation of a value that was found inside of an input. */
import { InputInvalidError } from '../../kernel/errors.js';
import { toIssues } from '../../kernel/issues.js';
import type { Schema } from '../../kernel/schema.js';

/** Validates a value; `path` is where in the input it was. @throws InputInvalidError with all issues at once */
export function validateAt<Output>(
  id: string,
  schema: Schema<Output>,
  value: unknown,
  path: readonly string[],
): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputInvalidError(id, toIssues(parsed.error.issues, path));
}
