/** Calls of other templates: they see the one value, or the named ones, that they are handed, and nothing else. */
import type { Expression, Partial, Path } from './ast.js';
import { resolvePath, useArgument } from './expressions.js';
import { describeContext } from './html-state.js';
import { adopt, type Shape } from './shape.js';
import { type Place, reportAt, type Walk } from './walk.js';

/** Checks and rewrites the call of a partial. */
export function walkPartial(walk: Walk, place: Place, partial: Partial): Partial | undefined {
  if (partial.name.type !== 'PathExpression') {
    return reportAt(walk, partial, 'the partial is computed, expected its name');
  }
  const name = String((partial.name as Path).original);
  const known = walk.partials.get(name);
  if (known === undefined)
    return reportAt(walk, partial, `there is no template \`${name}\`, expected one of templates/`);
  walk.called.add(name);
  const kind = place.html === undefined ? 'text' : 'html';
  if (known.kind !== kind) return reportAt(walk, partial, `\`${name}\` is of kind ${known.kind}, expected ${kind}`);
  if (place.html !== undefined && place.html.mode !== 'text') {
    return reportAt(walk, partial, `a partial ${describeContext(place.html)}, expected it in element content`);
  }
  const pairs = partial.hash?.pairs ?? [];
  const [context] = partial.params as Expression[];
  if ((context === undefined) === (pairs.length === 0) && known.variables.properties.size > 0) {
    return reportAt(walk, partial, `\`${name}\` needs its variables, expected either one context or named arguments`);
  }
  if (context !== undefined) {
    const written = useContext(walk, place, { expression: context, variables: known.variables });
    return written === undefined ? undefined : { ...partial, params: [written] };
  }
  const given = pairs.map((pair) => {
    const variables = known.variables.properties.get(pair.key);
    if (variables === undefined) return reportAt(walk, pair, `\`${name}\` has no variable \`${pair.key}\``);
    const value = useContext(walk, place, { expression: pair.value as Expression, variables });
    return value === undefined ? undefined : { ...pair, value };
  });
  for (const [key, { required }] of known.variables.properties) {
    if (required && !pairs.some((pair) => pair.key === key)) {
      reportAt(walk, partial, `\`${name}\` is called without \`${key}\`, expected all of its variables`);
    }
  }
  return { ...partial, hash: { type: 'Hash', loc: partial.loc, pairs: given.filter((pair) => pair !== undefined) } };
}

type Handed = { readonly expression: Expression; readonly variables: Shape };

/** Records that a value has to be what a partial makes of it. */
function useContext(walk: Walk, place: Place, { expression, variables }: Handed): Expression | undefined {
  if (expression.type !== 'PathExpression') {
    const parameter = { accepts: variables.accepts ?? [] };
    return useArgument(walk, place, { expression, parameter, name: `\`${variables.label}\`` });
  }
  const target = resolvePath(walk, place, expression);
  if (target === undefined) return undefined;
  if (target.shape === undefined) {
    return reportAt(walk, expression, `\`${expression.original}\` is handed to a partial, expected a variable`);
  }
  for (const problem of adopt(target.shape, variables, place.tested)) reportAt(walk, expression, problem);
  return target.expression;
}
