/** Records in configurations. */

import type { RawIssue } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';
import * as z from '../kernel/zod.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Payload = Parameters<Parameters<typeof z.check>[0]>[0];

const below = (key: string, issue: RawIssue) =>
  ({ ...issue, path: [key, ...(issue.path ?? [])] }) as Payload['issues'][number];

/**
 * An object with names of the caller's choosing, whose values all match one schema; the result is a copy. zod's own `record`
 * allows for keys of other kinds, which adds 3 kB to every bundle.
 */
export const recordOf = <Value>(schema: Schema<Value>) =>
  z.custom<Record<string, Value>>(isRecord, 'object').check(
    z.check((payload) => {
      if (!isRecord(payload.value)) return;
      const members: [string, Value][] = [];
      for (const [key, member] of Object.entries(payload.value)) {
        const parsed = schema.safeParse(member);
        if (parsed.success) members.push([key, parsed.data]);
        else payload.issues.push(...parsed.error.issues.map((issue) => below(key, issue)));
      }
      // Unlike an assignment, this makes `__proto__` a member like any other.
      payload.value = Object.fromEntries(members);
    }),
  );
