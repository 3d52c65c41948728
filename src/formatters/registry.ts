/** How the factory learns of formatters: an object literal, so that a bundle holds only what is named in it. */
import type { AnyChannelDefinition } from '../tenant/channel-options.js';
import type { TenantContext } from '../tenant/context.js';

export type FormatterDefinition<Instance> = {
  readonly create: (tenant: TenantContext) => Instance;
  /** The channel of which it reads what the tenant settled. */
  readonly channel?: AnyChannelDefinition;
};

export type Registry = Readonly<Record<string, FormatterDefinition<unknown>>>;

/** The formatter that an entry of a registry creates. */
export type InstanceOf<Definition> = Definition extends FormatterDefinition<infer Instance> ? Instance : never;
