/** The part of Handlebars' syntax tree that templates are made of, as closed unions, and the nodes that are written anew. */

export type Position = { readonly line: number; readonly column: number };
export type Path = hbs.AST.PathExpression;
export type Call = hbs.AST.SubExpression;
export type Literal =
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;
export type Expression = Path | Call | Literal;

export type Mustache = hbs.AST.MustacheStatement;
export type Block = hbs.AST.BlockStatement;
export type Partial = hbs.AST.PartialStatement;
export type Content = hbs.AST.ContentStatement;
export type Statement =
  | Mustache
  | Block
  | Partial
  | Content
  | hbs.AST.CommentStatement
  | (hbs.AST.Statement & { type: 'Decorator' | 'DecoratorBlock' | 'PartialBlockStatement' });
export type Program = hbs.AST.Program;

type Location = hbs.AST.SourceLocation;

const strip: hbs.AST.StripFlags = { open: false, close: false };

/** A path from the current context, or from the block parameter that is its first part. */
export function makePath(parts: string[], loc: Location): Path {
  // Handlebars tells by the original text whether a path starts with `this` and thus passes by block parameters.
  return { type: 'PathExpression', data: false, depth: 0, parts, original: parts.join('.') || 'this', loc };
}

/** A helper call within an expression. */
export function makeCall(name: string, params: Expression[], loc: Location, hash?: hbs.AST.Hash): Call {
  return {
    type: 'SubExpression',
    path: makePath([name], loc),
    params,
    hash: hash ?? { type: 'Hash', pairs: [], loc },
    loc,
  };
}

/** A helper call that prints. */
export function makeMustache(name: string, param: Expression, loc: Location): Mustache {
  const hash: hbs.AST.Hash = { type: 'Hash', pairs: [], loc };
  return { type: 'MustacheStatement', path: makePath([name], loc), params: [param], hash, escaped: true, strip, loc };
}

/** A block that makes its one argument the context of `body` and names it. */
export function makeScope(helper: string, blockParam: string, body: Program): Program {
  const { loc } = body;
  const block = {
    type: 'BlockStatement',
    path: makePath([helper], loc),
    params: [makePath([], loc)],
    hash: { type: 'Hash', pairs: [], loc },
    program: { ...body, blockParams: [blockParam] },
    openStrip: strip,
    inverseStrip: strip,
    closeStrip: strip,
    loc,
  };
  return { type: 'Program', body: [block], blockParams: [], loc };
}
