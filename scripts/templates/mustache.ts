/** Expressions that print: what they may be at their place, and through which encoder they go. */
import { type Expression, type Mustache, makeCall, makeMustache, type Path } from './ast.js';
import { resolvePath, useCall } from './expressions.js';
import { isValueHelper } from './helper-table.js';
import { plainText, type Slot, slotAt } from './html-slots.js';
import { describeContext, type HtmlState } from './html-state.js';
import { demand, narrow } from './shape.js';
import { type Place, reportAt, type Walk } from './walk.js';

type WalkedMustache = { readonly statement?: Mustache; readonly seals?: boolean };

/** Checks and rewrites an expression. `seals`: nothing may follow it in its attribute. */
export function walkMustache(walk: Walk, place: Place, mustache: Mustache): WalkedMustache {
  const slot = place.html === undefined ? plainText : slotAt(place.html);
  if (typeof slot === 'string') {
    reportAt(walk, mustache, slot);
    return {};
  }
  if (isLine(mustache)) {
    const value = lined(walk, place, mustache);
    return value === undefined ? {} : { statement: makeMustache('line', value, mustache.loc) };
  }
  const value = mustache.escaped ? encoded(walk, place, mustache, slot) : inserted(walk, place, mustache);
  const seals = slot.seals === true;
  if (value === undefined) return { seals };
  const encoder = mustache.escaped ? slot.encoder : 'raw';
  return { statement: makeMustache(encoder, value, mustache.loc), seals };
}

/** `{{line x}}`: a text that has a line of its own, and runs its own way in it. */
const isLine = ({ escaped, path, params }: Mustache): boolean =>
  escaped && params.length > 0 && path.type === 'PathExpression' && (path as Path).original === 'line';

/** Only what people read has lines. */
function lined(walk: Walk, place: Place, mustache: Mustache): Expression | undefined {
  const [value, ...others] = mustache.params as Expression[];
  if (place.html?.mode !== 'text') {
    const where = place.html === undefined ? 'in a text template' : describeContext(place.html);
    return reportAt(walk, mustache, `\`line\` ${where}, expected it in element content`);
  }
  if (value?.type !== 'PathExpression' || others.length > 0 || (mustache.hash?.pairs.length ?? 0) > 0) {
    return reportAt(walk, mustache, '`line` has other arguments, expected one variable');
  }
  return useVariable(walk, place, value, { encoder: 'html', variable: ['string'] });
}

/** A value that goes through the encoder of its place. */
function encoded(walk: Walk, place: Place, mustache: Mustache, slot: Slot): Expression | undefined {
  const { path, params, hash, loc } = mustache;
  const hasArguments = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  if (path.type !== 'PathExpression') {
    return reportAt(walk, mustache, 'a literal as an expression, expected a variable or a helper');
  }
  const name = (path as Path).original;
  if (!hasArguments && !isValueHelper(name)) {
    if (slot.variable === undefined) return reportAt(walk, mustache, wantedHelper(name, slot, place.html));
    return useVariable(walk, place, path as Path, slot);
  }
  if (slot.helpers !== undefined && isValueHelper(name) && !slot.helpers.includes(name)) {
    return reportAt(walk, mustache, wantedHelper(name, slot, place.html));
  }
  return useCall(walk, place, makeCall(name, params as Expression[], loc, hash));
}

function wantedHelper(name: string, { helpers = [] }: Slot, html: HtmlState | undefined): string {
  const where = html === undefined ? '' : ` ${describeContext(html)}`;
  const wanted =
    helpers.length === 0 ? 'a plain variable' : helpers.map((helper) => `\`{{${helper} x}}\``).join(' or ');
  return `\`${name}\`${where}, expected ${wanted}`;
}

function useVariable(walk: Walk, place: Place, path: Path, slot: Slot): Expression | undefined {
  const target = resolvePath(walk, place, path);
  if (target === undefined) return undefined;
  if (target.shape === undefined) {
    return target.data === 'number'
      ? target.expression
      : reportAt(walk, path, `\`${path.original}\` is a condition, expected a text`);
  }
  const problem = narrow(target.shape, slot.variable ?? []);
  if (problem !== undefined) return reportAt(walk, path, problem);
  demand(target.shape, place.tested);
  return target.expression;
}

/** A value that is inserted as it is: finished HTML. */
function inserted(walk: Walk, place: Place, mustache: Mustache): Expression | undefined {
  const name = String((mustache.path as Path).original);
  if (place.html?.mode !== 'text') {
    const where = place.html === undefined ? 'in a text template' : describeContext(place.html);
    return reportAt(walk, mustache, `\`${name}\` is inserted unescaped ${where}, expected \`{{${name}}}\``);
  }
  const allowed = walk.raw.get(name);
  if (allowed === undefined || mustache.params.length > 0 || mustache.path.type !== 'PathExpression') {
    return reportAt(
      walk,
      mustache,
      `\`${name}\` is inserted unescaped, expected \`{{${name}}}\`, or \`@raw ${name}\` in the leading comment`,
    );
  }
  allowed.used = true;
  return useVariable(walk, place, mustache.path as Path, { encoder: 'html', variable: ['Html'] });
}
