/** Members that systems send as null, leave out, or send. */
import * as z from '../../kernel/zod.js';

/** Accepts a value, null, and nothing. */
export const nullish = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.union([schema, z.enum([null])]));
