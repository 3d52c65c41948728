/** Schemas for long lists of small values: points of a chart, texts of a cell. */
import * as z from './zod.js';

/**
 * Checks a list in place. zod's own array copies it and makes an object for each member, which takes ten times as long.
 *
 * @param isRight tells whether a member is right for certain
 * @param expected what a member is, in words
 */
export const listSchema = <Member>(isRight: (member: unknown) => boolean, expected: string) =>
  z.custom<Member[]>(Array.isArray, 'array').check(
    z.check(({ value, issues }) => {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index += 1) {
        const member: unknown = value[index];
        if (!isRight(member)) issues.push({ code: 'custom', message: expected, input: member, path: [index] });
      }
    }),
  );

/** The same where a member that is not right for certain is given to a schema, which says what is wrong with it. */
export const listOfSchema = <Member>(isRight: (member: unknown) => boolean, schema: () => z.ZodMiniType<Member>) =>
  z.custom<Member[]>(Array.isArray, 'array').check(
    z.check(({ value, issues }) => {
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length; index += 1) {
        const member: unknown = value[index];
        if (isRight(member)) continue;
        const parsed = schema().safeParse(member);
        if (parsed.success) continue;
        for (const issue of parsed.error.issues) {
          issues.push({ ...issue, input: member, path: [index, ...issue.path] } as never);
        }
      }
    }),
  );
