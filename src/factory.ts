/** Wires one tenant to a set of formatters. Only what the registry names is bundled. */
import type { FormatterDefinition, InstanceOf, Registry } from './formatters/registry.js';
import { ConfigInvalidError } from './kernel/errors.js';
import { unknownName } from './kernel/suggest.js';
import type { TenantConfig } from './tenant/config.js';
import { createTenantContext, type TenantContext } from './tenant/context.js';

export type { FormatterDefinition, Registry } from './formatters/registry.js';

/** One member a formatter of the registry, and `create` for an id that is only known at run time. */
export type Formatters<Entries extends Registry> = {
  readonly [Id in keyof Entries]: InstanceOf<Entries[Id]>;
} & {
  /** Returns the formatter with this id; always the same one. @throws ConfigInvalidError for an unknown id */
  readonly create: <Id extends keyof Entries & string>(id: Id) => InstanceOf<Entries[Id]>;
  /** The checked tenant, for formatters made by hand. */
  readonly tenant: TenantContext;
};

/** Members of the result that no formatter may be called. */
const reserved = ['create', 'tenant'];

/**
 * Creates the formatters of a registry for one tenant. Each is made when it is first asked for, and kept.
 *
 * @throws ConfigInvalidError with all that is wrong in the configuration at once
 * @example
 * ```ts
 * import { createFormatters } from 'channel-formatters/factory';
 * import { fr } from 'channel-formatters/locales/fr';
 * import { slack } from 'channel-formatters/slack';
 *
 * const formatters = createFormatters({ tenantId: 'label_42', locale: 'fr', locales: [fr] }, { slack });
 * console.log(formatters.slack.id);
 * ```
 */
export function createFormatters<Entries extends Registry>(
  tenant: TenantConfig | TenantContext,
  registry: Entries,
): Formatters<Entries> {
  const channels = Object.values<FormatterDefinition<unknown>>(registry).flatMap(({ channel }) => channel ?? []);
  const context = createTenantContext(tenant, channels);
  const ids = Object.keys(registry);
  const made = new Map<string, unknown>();
  const create = (id: string): unknown => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const definition: FormatterDefinition<unknown> | undefined = Object.hasOwn(registry, id) ? registry[id] : undefined;
    if (definition === undefined) throw new ConfigInvalidError([unknownName(id, 'formatter', id, ids)]);
    const formatter = definition.create(context);
    made.set(id, formatter);
    return formatter;
  };
  const formatters = { create, tenant: context };
  for (const id of ids) {
    if (reserved.includes(id)) {
      throw new ConfigInvalidError([
        { path: id, message: `\`${id}\` is no name for a formatter`, expected: 'another name' },
      ]);
    }
    Object.defineProperty(formatters, id, { enumerable: true, get: () => create(id) });
  }
  return Object.freeze(formatters) as unknown as Formatters<Entries>;
}
