/** How the factory learns of formatters: an object literal, so that a bundle holds only what is named in it. */
import type { TenantContext } from '../tenant/context.js';

export type FormatterDefinition<Instance> = { readonly create: (tenant: TenantContext) => Instance };

export type Registry = Readonly<Record<string, FormatterDefinition<unknown>>>;

/** The formatter that an entry of a registry creates. */
export type InstanceOf<Definition> = Definition extends FormatterDefinition<infer Instance> ? Instance : never;
