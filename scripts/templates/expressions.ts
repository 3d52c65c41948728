/** Resolves what expressions refer to, records what they demand of it, and rewrites them to say so without `..`. */
import { en } from '../../src/generated/locales/en.js';
import { argumentKinds } from '../../src/generated/messages.js';
import { type Call, type Expression, type Literal, makePath, type Path } from './ast.js';
import { isValueHelper, type Parameter, type Signature, valueHelpers } from './helper-table.js';
import { demand, elementOf, narrow, propertyOf, type Shape } from './shape.js';
import { type Place, reportAt, type Scope, type Walk } from './walk.js';

/** What a path leads to. Data variables such as `@index` have no shape, but a type. */
export type Target = { readonly expression: Path; readonly shape?: Shape; readonly data?: 'number' | 'boolean' };

const loopData = new Map<string, 'number' | 'boolean'>([
  ['index', 'number'],
  ['first', 'boolean'],
  ['last', 'boolean'],
]);
const propertyName = /^[a-z][A-Za-z0-9]*$/;
/** Inherited from Object.prototype: never read, but a property of that name would be a riddle. */
const inherited = /^(?:constructor|prototype|toString|valueOf|hasOwnProperty|toLocaleString|isPrototypeOf)$/;

/** Finds what a path refers to. `undefined`: nothing, which has been reported. */
export function resolvePath(walk: Walk, place: Place, path: Path): Target | undefined {
  if (path.data) return resolveData(walk, place, path);
  const start = startOf(walk, place, path);
  if (start === undefined) return undefined;
  let { shape } = start.scope;
  for (const part of start.parts) {
    if (typeof part !== 'string') return reportAt(walk, path, 'a helper call within a path, expected names only');
    if (!propertyName.test(part) || inherited.test(part)) {
      return reportAt(walk, path, `\`${path.original}\` has the part \`${part}\`, expected a name in camel case`);
    }
    const property = propertyOf(shape, part);
    if (typeof property === 'string') return reportAt(walk, path, property);
    shape = property;
  }
  // `..` would look at the values to tell whether the context has changed, so that data could shift it.
  if (start.scope === place.scope) return { expression: makePath([...start.parts], path.loc), shape };
  start.scope.isUsedWithin = true;
  return { expression: makePath([start.scope.blockParam, ...start.parts], path.loc), shape };
}

function resolveData(walk: Walk, { scope }: Place, path: Path): Target | undefined {
  const [name = ''] = path.parts;
  const data = path.parts.length === 1 && path.depth === 0 ? loopData.get(name) : undefined;
  if (data === undefined) {
    return reportAt(walk, path, `\`${path.original}\` is unknown, expected \`@index\`, \`@first\` or \`@last\``);
  }
  if (!scope.isLoop)
    return reportAt(walk, path, `\`${path.original}\` outside of a loop, expected it within \`{{#each}}\``);
  return { expression: path, data };
}

type Start = { readonly scope: Scope; readonly parts: readonly string[] };

function startOf(walk: Walk, { scope }: Place, path: Path): Start | undefined {
  const [first, ...rest] = path.parts;
  if (path.depth === 0 && !/^\.|^this\b/.test(path.original)) {
    for (let named: Scope | undefined = scope; named !== undefined; named = named.outer) {
      if (named.alias !== undefined && named.alias === first) return { scope: named, parts: rest };
    }
  }
  let start: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth--) start = start?.outer;
  if (start === undefined) {
    return reportAt(walk, path, `\`${path.original}\` goes beyond the template's context, expected fewer \`../\``);
  }
  return { scope: start, parts: path.parts };
}

const typeNames = (parameter: Parameter): string =>
  parameter.oneOf?.map((value) => `"${value}"`).join(' or ') ??
  (parameter.list ? `a list of ${parameter.accepts.join(' or ')}` : parameter.accepts.join(' or '));

/** Checks an argument, records what it demands and returns it rewritten. */
export function useArgument(
  walk: Walk,
  place: Place,
  { expression, parameter, name }: { expression: Expression; parameter: Parameter; name: string },
): Expression | undefined {
  const wrong = (): undefined =>
    reportAt(walk, expression, `wrong argument for ${name}, expected ${typeNames(parameter)}`);
  if (expression.type === 'SubExpression') {
    if (!parameter.accepts.includes('string') || parameter.list || parameter.oneOf) return wrong();
    return useCall(walk, place, expression);
  }
  if (expression.type !== 'PathExpression') return isAccepted(expression, parameter) ? expression : wrong();
  if (parameter.oneOf !== undefined) return wrong();
  const target = resolvePath(walk, place, expression);
  if (target === undefined) return undefined;
  if (target.shape === undefined) {
    return target.data === 'number' && parameter.accepts.includes('number') ? target.expression : wrong();
  }
  const value = parameter.list ? elementOf(target.shape) : target.shape;
  const problem = typeof value === 'string' ? value : narrow(value, parameter.accepts);
  if (problem !== undefined) return reportAt(walk, expression, problem);
  if (parameter.optional === undefined) demand(target.shape, place.tested);
  return target.expression;
}

function isAccepted(literal: Literal, { accepts, list, oneOf }: Parameter): boolean {
  if (list) return false;
  if (literal.type === 'StringLiteral') return accepts.includes('string') && (oneOf?.includes(literal.value) ?? true);
  return literal.type === 'NumberLiteral' && accepts.includes('number');
}

/** Checks a call of a helper that prints, records what it demands and returns it rewritten. */
export function useCall(walk: Walk, place: Place, call: Call): Call | undefined {
  const name = call.path.original;
  if (!isValueHelper(name)) {
    return reportAt(walk, call, `\`${name}\` is no helper that prints, expected one of ${knownNames()}`);
  }
  const signature = name === 't' ? signatureOfMessage(walk, call) : valueHelpers.get(name);
  if (signature === undefined) return undefined;
  const given = name === 't' ? call.params.slice(1) : call.params;
  const { params } = signature;
  // Trailing arguments that may be absent from the context need not be written at all.
  const needed = params.filter(({ optional }) => optional === undefined).length || Math.min(1, params.length);
  if (given.length < needed || given.length > params.length) {
    return reportAt(walk, call, `\`${name}\` has ${given.length} arguments, expected ${range(needed, params.length)}`);
  }
  const written = given.map((expression, index) =>
    useArgument(walk, place, {
      expression: expression as Expression,
      parameter: params[index] as Parameter,
      name: `\`${name}\``,
    }),
  );
  const pairs = call.hash?.pairs.map((pair) => {
    const parameter = signature.hash?.[pair.key];
    if (parameter === undefined)
      return reportAt(walk, pair, `\`${name}\` takes no \`${pair.key}\`${namesOf(signature)}`);
    const argument = { expression: pair.value as Expression, parameter, name: `\`${pair.key}\` of \`${name}\`` };
    const value = useArgument(walk, place, argument);
    return value === undefined ? undefined : { ...pair, value };
  });
  const kept = call.params.slice(0, call.params.length - given.length);
  return {
    ...call,
    params: [...kept, ...written.filter((value) => value !== undefined)],
    hash: { ...call.hash, type: 'Hash', loc: call.loc, pairs: (pairs ?? []).filter((pair) => pair !== undefined) },
  };
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from} to ${to}`);
const knownNames = (): string => ['t', ...valueHelpers.keys()].map((name) => `\`${name}\``).join(', ');

function namesOf({ hash }: Signature): string {
  const names = Object.keys(hash ?? {});
  return names.length === 0
    ? ', expected no named arguments'
    : `, expected ${names.map((name) => `\`${name}\``).join(', ')}`;
}

/** A message's arguments are named ones, and all of them are needed. */
function signatureOfMessage(walk: Walk, call: Call): Signature | undefined {
  const [id] = call.params as Expression[];
  if (id?.type !== 'StringLiteral' || call.params.length !== 1) {
    return reportAt(walk, call, '`t` needs the id of a message as its only argument, expected `{{t "alert.status"}}`');
  }
  if (!Object.hasOwn(en.messages, id.value)) {
    return reportAt(walk, id, `\`${id.value}\` is no message, expected an id of locales/en.json`);
  }
  const kinds: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'date'>>>> = argumentKinds;
  const names = Object.entries(kinds[id.value] ?? {});
  const missing = names.filter(([name]) => !call.hash?.pairs.some(({ key }) => key === name));
  if (missing.length > 0) {
    return reportAt(walk, call, `message \`${id.value}\` needs ${missing.map(([name]) => `\`${name}\``).join(', ')}`);
  }
  const hash = names.map(([name, kind]): [string, Parameter] => [
    name,
    { accepts: [kind === 'string' ? 'string' : 'number'] },
  ]);
  return { params: [], hash: Object.fromEntries(hash) };
}
