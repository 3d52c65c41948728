/** What a channel lets a tenant settle: a schema and a check of its own, so that only bundles with the channel hold them. */
import type { Issue } from '../kernel/errors.js';
import { toIssues } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';

export type ChannelDefinition<Id extends string, Options> = {
  readonly id: Id;
  /** Called on first use: most tenants settle nothing about most channels. */
  readonly schema: () => Schema<unknown>;
  /** Finds what a schema cannot express in options that match it. Paths are relative to the channel. */
  readonly check?: (options: Options) => Issue[];
};

export type CheckedOptions<Options> = { readonly options: Options; readonly issues: readonly Issue[] };

/** Checks what a tenant settled about a channel. The result is a copy, usable where there are no issues. */
export function checkChannel<Id extends string, Options extends object>(
  { id, schema, check }: ChannelDefinition<Id, Options>,
  given: unknown,
): CheckedOptions<Partial<Options>> {
  if (given === undefined) return { options: {}, issues: [] };
  const parsed = schema().safeParse(given);
  if (!parsed.success) return { options: {}, issues: toIssues(parsed.error.issues, ['channels', id]) };
  const options = parsed.data as Options;
  const issues = check?.(options) ?? [];
  return { options, issues: issues.map((issue) => ({ ...issue, path: `channels.${id}.${issue.path}` })) };
}
