/**
 * The only file that names Handlebars, so that the builds can bundle its runtime: as separate files it takes 20 ms to load,
 * else 3. Its compiler makes code from strings and is never loaded.
 */
import Handlebars, { type Environment, type ProtoAccess, type RenderOptions } from 'handlebars/runtime.js';

/** Creates an environment with none of the helpers that Handlebars brings. */
export function createEnvironment(): Pick<Environment, 'template'> {
  const environment = Handlebars.create();
  for (const name of Object.keys(environment.helpers)) environment.unregisterHelper(name);
  for (const name of Object.keys(environment.decorators)) environment.unregisterDecorator(name);
  return environment;
}

const noAccess: ProtoAccess = { whitelist: Object.freeze(Object.create(null)), defaultValue: false };
const protoAccessControl = { properties: noAccess, methods: noAccess };
const none = Object.freeze({});

/**
 * The options with which Handlebars itself calls a template from within another. With them it takes helpers and rules as they
 * are; else it wraps each helper and makes the rules anew for every render, which is a tenth of a mail's time.
 */
export const asPartial = (data: object, helpers: object, partials: RenderOptions['partials']): RenderOptions => ({
  // Named one by one: a spread costs a microsecond.
  partial: true,
  data,
  helpers,
  partials,
  decorators: none,
  hooks: none,
  protoAccessControl,
});
