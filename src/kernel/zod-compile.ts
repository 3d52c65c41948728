/**
 * The compiler of validators, 29 kB of it: the port `compileSchema` of a tenant configuration, set by the package root.
 *
 * @example
 * ```ts
 * import { compileSchema } from 'channel-formatters/compile-schema';
 * import { fr } from 'channel-formatters/locales/fr';
 * import { SlackAlertFormatter } from 'channel-formatters/slack';
 *
 * export const slack = new SlackAlertFormatter({ tenantId: 'label_42', locale: 'fr', locales: [fr], compileSchema });
 * ```
 */
import { compile } from 'zod/mini';
import type { Schema } from './schema.js';

/** Returns a validator that runs generated code, or the same one where code generation is barred. */
export function compileSchema<Output>(schema: Schema<Output>): Schema<Output> {
  return compile(schema as unknown as Parameters<typeof compile>[0]) as unknown as Schema<Output>;
}
