/** Runs compiled templates. */
import type { Html, Template } from '../generated/templates/template.js';
import { eachBlock, ifBlock, scopeBlock, unlessBlock, withBlock } from './blocks.js';
import { cid, html, line, plain, raw } from './encoders.js';
import { asPartial, createEnvironment } from './handlebars.js';
import {
  color,
  date,
  duration,
  list,
  money,
  number,
  percent,
  px,
  relative,
  severityEmoji,
  statusColor,
  t,
  time,
  url,
} from './helpers.js';
import type { RenderOptions } from './options.js';

export type { RenderOptions } from './options.js';

/** Prints a template with its variables. Pure. @throws TypeError for a value that the variables' type rules out */
export type Render<Context, Kind> = (context: Context, options: RenderOptions) => Kind extends 'html' ? Html : string;

/** Everything that a template can call. */
export const helpers = {
  if: ifBlock,
  unless: unlessBlock,
  with: withBlock,
  each: eachBlock,
  scope: scopeBlock,
  html,
  line,
  plain,
  raw,
  cid,
  t,
  number,
  percent,
  money,
  date,
  time,
  relative,
  duration,
  list,
  severityEmoji,
  statusColor,
  url,
  color,
  px,
};

/**
 * Prepares a template. Meant for a constant beside its use: what it keeps is the same for all tenants, everything of a
 * tenant comes with each call.
 */
export function createRender<Context, Kind extends 'html' | 'text'>(
  template: Template<Context, Kind>,
): Render<Context, Kind> {
  const partials = allPartials(template);
  const environment = createEnvironment();
  const print = environment.template(template.program);
  const prepared = Object.fromEntries(
    [...partials].map(([name, { program }]) => [name, environment.template(program)]),
  );
  return (context, options) =>
    print(context, asPartial(options, helpers, prepared)) as Kind extends 'html' ? Html : string;
}

/** The templates that a template calls, and those that they call. */
function allPartials({ partials }: Template<never>): Map<string, Template<never>> {
  const own = Object.entries(partials);
  return new Map([...own, ...own.flatMap(([, partial]) => [...allPartials(partial)])]);
}
