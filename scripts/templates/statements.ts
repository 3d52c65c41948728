/** Goes through the statements of a template: literal text, expressions, blocks and calls of partials. */
import type { Block, Content, Expression, Path, Program, Statement } from './ast.js';
import { resolvePath } from './expressions.js';
import { positionIn } from './finding.js';
import { type BlockHelper, blockHelpers } from './helper-table.js';
import { slotAt } from './html-slots.js';
import { describeContext, type HtmlState, isSameContext, readHtml } from './html-state.js';
import { walkMustache } from './mustache.js';
import { walkPartial } from './partial.js';
import { demand, elementOf, type Shape, withoutParts, withTested } from './shape.js';
import { makeScopeOf, type Place, reportAt, type Scope, type Walk } from './walk.js';

type Walked = { readonly program: Program; readonly html: HtmlState | undefined };

/** Checks and rewrites a program. What is wrong is reported and left out. */
export function walkProgram(walk: Walk, place: Place, program: Program): Walked {
  let { html } = place;
  const body: hbs.AST.Statement[] = [];
  for (const statement of program.body as Statement[]) {
    const here: Place = { ...place, html };
    if (statement.type === 'ContentStatement') {
      html = readContent(walk, here, statement);
      body.push(statement);
    } else if (statement.type === 'MustacheStatement') {
      const { statement: written, seals } = walkMustache(walk, here, statement);
      if (written !== undefined) body.push(written);
      if (seals && html !== undefined) html = { ...html, sealed: true };
    } else if (statement.type === 'BlockStatement') {
      const written = walkBlock(walk, here, statement);
      if (written !== undefined) body.push(written);
    } else if (statement.type === 'PartialStatement') {
      const written = walkPartial(walk, here, statement);
      if (written !== undefined) body.push(written);
    } else if (statement.type !== 'CommentStatement') {
      reportAt(walk, statement, `${refused[statement.type]}, expected plain text, expressions, blocks and partials`);
    }
  }
  return { program: { ...program, body, blockParams: [] }, html };
}

const refused = {
  Decorator: 'a decorator',
  DecoratorBlock: 'an inline partial or decorator',
  PartialBlockStatement: 'a partial with a block',
};

function readContent(walk: Walk, { html }: Place, content: Content): HtmlState | undefined {
  if (html === undefined) return undefined;
  // Whitespace that Handlebars removes counts for the position only.
  const original = String(content.original);
  const skipped = Math.max(0, original.indexOf(content.value));
  return readHtml(html, content.value, (index, message) => {
    walk.report(positionIn(original, skipped + index, content.loc.start), message);
  });
}

/** Modes in which a block may stand: it has to leave the text in the context in which it found it. */
const blockModes = ['text', 'escapableText', 'tag', 'value'];

function walkBlock(walk: Walk, place: Place, block: Block): Block | undefined {
  const name = block.path.original as BlockHelper;
  if (!blockHelpers.includes(name)) {
    return reportAt(walk, block, `\`{{#${name}}}\` is no block, expected \`if\`, \`unless\`, \`each\` or \`with\``);
  }
  const { html } = place;
  if (html !== undefined && !blockModes.includes(html.mode)) {
    return reportAt(
      walk,
      block,
      `a block ${describeContext(html)}, expected it in element content, between attributes or in a quoted value`,
    );
  }
  if (html?.mode === 'value' && holdsNoBlocks(html)) {
    return reportAt(walk, block, `a block ${describeContext(html)}, expected it around the attribute`);
  }
  const [condition, ...others] = block.params as Expression[];
  if (condition?.type !== 'PathExpression' || others.length > 0 || (block.hash?.pairs.length ?? 0) > 0) {
    return reportAt(walk, block, `\`{{#${name}}}\` has other arguments, expected one variable`);
  }
  const target = resolvePath(walk, place, condition);
  const inside =
    target === undefined ? undefined : placesOf(walk, place, { name, block, condition, target: target.shape });
  if (target === undefined || inside === undefined) return undefined;
  const program = walkBranch(walk, inside.main, block.program, html);
  const inverse = block.inverse ? walkBranch(walk, inside.otherwise, block.inverse, html) : undefined;
  const { scope } = inside.main;
  const blockParams = scope !== place.scope && scope.isUsedWithin ? [scope.blockParam] : [];
  return {
    ...block,
    params: [target.expression],
    program: { ...program, blockParams },
    ...(inverse === undefined ? {} : { inverse }),
  };
}

/** URLs and scripts are judged as a whole. */
function holdsNoBlocks(html: HtmlState): boolean {
  const slot = slotAt(html);
  return typeof slot === 'string' ? html.attribute.startsWith('on') : slot.seals === true;
}

function walkBranch(walk: Walk, place: Place, branch: Program, before: HtmlState | undefined): Program {
  const { program, html } = walkProgram(walk, { ...place, html: before }, branch);
  if (before !== undefined && html !== undefined && !isSameContext(before, html)) {
    reportAt(
      walk,
      branch,
      `a block begins ${describeContext(before)} and ends ${describeContext(html)}, expected the same`,
    );
  }
  return program;
}

type Places = { readonly main: Place; readonly otherwise: Place };
type BlockParts = {
  readonly name: BlockHelper;
  readonly block: Block;
  readonly condition: Path;
  readonly target: Shape | undefined;
};

/** Where the two branches of a block are: what is known there, and what `this` is. */
function placesOf(walk: Walk, place: Place, { name, block, condition, target }: BlockParts): Places | undefined {
  const [alias, ...more] = block.program?.blockParams ?? [];
  if (more.length > 0 || (alias !== undefined && name !== 'each' && name !== 'with')) {
    return reportAt(
      walk,
      block,
      `\`{{#${name}}}\` names \`${more[0] ?? alias}\`, expected one name, of \`each\` or \`with\``,
    );
  }
  if (target === undefined) {
    if (name === 'if' || name === 'unless') return { main: place, otherwise: place };
    return reportAt(walk, condition, `\`${condition.original}\` is no list or object, expected a variable`);
  }
  const found: Place = { ...place, tested: withTested(place.tested, target) };
  if (name === 'if') return { main: found, otherwise: place };
  if (name === 'unless') return { main: place, otherwise: found };
  const open = (shape: Shape, isLoop: boolean): Scope =>
    makeScopeOf(walk, shape, {
      outer: place.scope,
      ...(alias === undefined ? {} : { alias }),
      ...(isLoop ? { isLoop } : {}),
    });
  if (name === 'with') return { main: { ...found, scope: open(target, false) }, otherwise: place };
  const element = elementOf(target);
  if (typeof element === 'string') return reportAt(walk, condition, element);
  demand(target, place.tested);
  const main = { ...place, scope: open(element, true), tested: withoutParts(place.tested, element) };
  return { main, otherwise: place };
}
