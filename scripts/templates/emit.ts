/** Source text of the generated template modules. */
import Handlebars from 'handlebars';
import type { Program } from './ast.js';
import type { TemplateKind } from './front-matter.js';
import { blockHelpers, internalHelpers, valueHelpers } from './helper-table.js';
import { namedTypes, printType, type Shape } from './shape.js';

const knownHelpers = Object.fromEntries(
  ['t', ...valueHelpers.keys(), ...blockHelpers, ...internalHelpers].map((name) => [name, true]),
) as KnownHelpers;

/** For runtimes before 4.6, in every function. */
const lookupFallback =
  / \|\| function\(parent, propertyName\) \{\s+if \(Object\.prototype\.hasOwnProperty\.call\(parent, propertyName\)\) \{\s+return parent\[propertyName\];\s+\}\s+return undefined\s+\}/g;
/** Where a helper is called, with every call. */
const locations = /,"loc":\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;

/** Options of helpers that read the data of the render only: allocating the rest takes a tenth of a render. */
const unreadOptions = /\{"name":"(?:if|unless|each|with|scope|line)","hash":\{\},/g;

const direct = 'html|plain|raw|cid|url|color|px';
const receiver = String.raw`(?:alias\d+|depth0 != null \? depth0 : \(container\.nullContext \|\| \{\}\))`;
/** Helpers that read their argument only are called as the plain functions they are, without options. */
const directCalls = new RegExp(String.raw`lookupProperty\(helpers,"(${direct})"\)\.call\(${receiver},`, 'g');
const directOptions = new RegExp(
  String.raw`,\{"name":"(?:${direct})","hash":\{\},"data":data(?:,"blockParams":blockParams)?\}`,
  'g',
);

/** Compiles a program that the analysis has written. Returns the source of an object. */
export function compileProgram(program: Program): string {
  const code = Handlebars.precompile(program, {
    // All calls are resolved here: a name that comes up in data can never call anything.
    knownHelpers,
    knownHelpersOnly: true,
    // The encoders are in the program already; Handlebars' own would escape twice, and trusts any object with `toHTML`.
    noEscape: true,
    // Indenting what a partial prints would change texts of several lines.
    preventIndent: true,
    // A partial sees what it is handed, which is what its type says.
    explicitPartialContext: true,
    // Not `strict`: it makes `{{#if x}}` throw where `x` is absent. That a value is there is checked by its encoder.
  });
  // All are optional, and more than half of the code. Within string literals the quotes would be escaped.
  return String(code)
    .replace(lookupFallback, '')
    .replace(locations, '')
    .replace(unreadOptions, '{')
    .replace(directCalls, 'helpers.$1(')
    .replace(directOptions, '');
}

const calls = new RegExp(String.raw`\blookupProperty\(helpers,"(\w+)"\)|\bhelpers\.(${direct})\(`, 'g');

/** Lists the helpers that compiled code calls, sorted. */
export function calledHelpers(code: string): string[] {
  return [...new Set([...code.matchAll(calls)].map(([, looked, called = '']) => looked ?? called))].sort();
}

export type TemplateModule = {
  /** `email/layout` */
  readonly name: string;
  readonly kind: TemplateKind;
  /** Source file, for the header. */
  readonly file: string;
  readonly variables: Shape;
  readonly partials: readonly string[];
  readonly program: Program;
};

export type ModulePaths = {
  /** Import specifier of the module with the types of templates. */
  readonly types: string;
  /** Import specifier of the document's nodes. */
  readonly nodes: string;
  /** Import specifier of another template's module. */
  readonly template: (name: string) => string;
};

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

/** `fact-list` becomes `factListTemplate`. */
function constantName(name: string): string {
  const pascal = pascalCase(baseName(name));
  return `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}Template`;
}

/** The names under which a module imports its partials: two folders may have templates of one name. */
function importNames(partials: readonly string[]): Map<string, string> {
  return new Map(partials.map((name) => [name, constantName(name.replaceAll('/', '-'))]));
}

/** The module of one template. */
export function renderModule(template: TemplateModule, paths: ModulePaths): string {
  const { name, kind, file, variables, partials } = template;
  const context = `${pascalCase(baseName(name))}Context`;
  const named = [...namedTypes(variables)].sort();
  const nodeTypes = named.filter((type) => type !== 'Html');
  const names = importNames(partials);
  const imports = [
    ...(nodeTypes.length === 0 ? [] : [`import type { ${nodeTypes.join(', ')} } from '${paths.nodes}';\n`]),
    `import type { ${named.includes('Html') ? 'Html, ' : ''}Template } from '${paths.types}';\n`,
    ...[...names].map(
      ([partial, local]) => `import { ${constantName(partial)} as ${local} } from '${paths.template(partial)}';\n`,
    ),
  ];
  const links = [...names].map(([partial, local]) => `'${partial}': ${local}`);
  const code = compileProgram(template.program);
  const helpers = calledHelpers(code).map((helper) => `'${helper}'`);
  const type = variables.properties.size === 0 ? 'object' : printType(variables);
  return `${header(file)}${imports.join('')}
/** The variables of \`${file}\`. */
export type ${context} = ${type};

/** \`${file}\`, compiled. */
export const ${constantName(name)}: Template<${context}, '${kind}'> = {
  name: '${name}',
  kind: '${kind}',
  partials: {${links.length === 0 ? '' : ` ${links.join(', ')} `}},
  helpers: [${helpers.join(', ')}],
  program: ${code},
};
`;
}

/** How all generated modules begin. */
export const firstWords = '// Written by scripts/gen-templates.ts';

const header = (file: string): string => `${firstWords} from ${file}. Do not edit: run \`npm run gen\`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
`;

/** The module with the types that all templates share. */
export const typesModule = `${firstWords}. Do not edit: run \`npm run gen\`.

declare const trusted: unique symbol;

/** Finished HTML: inserted as it is. A plain string is none; what templates of kind \`html\` print is. */
export type Html = string & { readonly [trusted]: true };

/** A compiled template: data for src/template/. Holds nothing of a tenant. */
export type Template<Context, Kind extends 'html' | 'text' = 'html' | 'text'> = {
  /** Folder and file: \`email/layout\`. */
  readonly name: string;
  readonly kind: Kind;
  /** The templates that it calls, by the names under which it does. */
  readonly partials: Readonly<Record<string, Template<never>>>;
  /** The helpers that it calls. */
  readonly helpers: readonly string[];
  /** What the runtime of Handlebars takes. */
  readonly program: object;
  /** Ties the variables to the type; there is no such member. */
  readonly context?: (context: Context) => void;
};
`;
