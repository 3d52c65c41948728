/** Checks one template, recovers its variables, and rewrites it so that every value goes through the encoder of its place. */
import Handlebars from 'handlebars';
import { makeScope, type Position, type Program } from './ast.js';
import { type Finding, positionIn } from './finding.js';
import { readFrontMatter, type TemplateKind } from './front-matter.js';
import { describeContext, elementContent } from './html-state.js';
import { createShape, type Shape } from './shape.js';
import { walkProgram } from './statements.js';
import { type KnownPartial, makeScopeOf, type Walk } from './walk.js';

export type AnalyzeOptions = {
  /** Name without extension, as partials are called: `email/layout`. */
  readonly name: string;
  readonly kind: TemplateKind;
  /** What findings call the file. @default the name with `.hbs` */
  readonly file?: string;
  /** The templates that it may call, analyzed already. */
  readonly partials?: ReadonlyMap<string, KnownPartial>;
};

export type Analysis = {
  readonly variables: Shape;
  readonly findings: readonly Finding[];
  /** The partials that it calls, sorted. */
  readonly partials: readonly string[];
  /** What to compile; absent when there are findings. */
  readonly program?: Program;
};

/** Analyzes the source of one template. */
export function analyzeTemplate(source: string, options: AnalyzeOptions): Analysis {
  const { name, kind, file = `${name}.hbs`, partials = new Map() } = options;
  const findings: Finding[] = [];
  const report = ({ line, column }: Position, message: string): void => {
    findings.push({ file, line, column: column + 1, message });
  };
  const variables = createShape();
  const parsed = parse(source, report);
  if (parsed === undefined) return { variables, findings, partials: [] };

  const { raw, unknown } = readFrontMatter(source);
  const top = { line: 1, column: 0 };
  for (const tag of unknown)
    report(top, `\`${tag}\` is unknown, expected \`@kind html\`, \`@kind text\` or \`@raw names\``);

  let lastId = 0;
  const walk: Walk = {
    report,
    raw: new Map(raw.map((allowed) => [allowed, { used: false }])),
    partials,
    called: new Set(),
    nextId: () => lastId++,
  };
  const scope = makeScopeOf(walk, variables, { isLoop: false });
  const html = kind === 'html' ? elementContent : undefined;
  const body = walkProgram(walk, { scope, tested: new Set(), html }, parsed);

  if (body.html !== undefined && body.html.mode !== 'text') {
    const end = positionIn(source, source.length, top);
    report(end, `the template ends ${describeContext(body.html)}, expected an end in element content`);
  }
  for (const [allowed, { used }] of walk.raw) {
    if (!used) report(top, `\`@raw ${allowed}\` is not used, expected \`{{{${allowed}}}}\` in the template`);
  }
  findings.sort((left, right) => left.line - right.line || left.column - right.column);
  const called = [...walk.called].sort();
  if (findings.length > 0) return { variables, findings, partials: called };
  const program = scope.isUsedWithin ? makeScope('scope', scope.blockParam, body.program) : body.program;
  return { variables, findings, partials: called, program };
}

/** Messages of the parser begin with the line, or end with line and column. */
const parseError = /^Parse error on line (\d+)|(?: - )(\d+):(\d+)$/m;

function parse(source: string, report: (at: Position, message: string) => void): Program | undefined {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, parseLine, line = parseLine, column = 0] = parseError.exec(message) ?? [];
    const reason = (message.split('\n').at(-1) ?? message).replace(/ - \d+:\d+$/, '');
    report({ line: Number(line ?? 1), column: Number(column) }, `not a Handlebars template: ${reason}`);
    return undefined;
  }
}
