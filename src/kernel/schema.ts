/** What formatters ask of a schema. */
import type { RawIssue } from './issues.js';

/** The part of a zod schema that is used here, so that a schema of another make will do. */
export type Schema<Output> = {
  /** Checks a value. A value that passes may be a copy. */
  safeParse(
    value: unknown,
  ): { success: true; data: Output } | { success: false; error: { readonly issues: readonly RawIssue[] } };
};
