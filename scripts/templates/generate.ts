/** Turns a folder of templates into modules. Pure: texts in, texts out. */
import { posix } from 'node:path';
import { type Analysis, analyzeTemplate } from './analyze.js';
import { renderModule, typesModule } from './emit.js';
import type { Finding } from './finding.js';
import { readFrontMatter } from './front-matter.js';
import type { KnownPartial } from './walk.js';

export type GenerateOptions = {
  /** Sources by name: `email/layout`. */
  readonly sources: ReadonlyMap<string, string>;
  /** The folder that the sources are in, relative to the repository. */
  readonly from: string;
  /** The folder that the modules go to, relative to the repository. */
  readonly to: string;
};

export type Generated = {
  /** Texts of the modules by path within the folder: `email/layout.ts`. Empty when there are findings. */
  readonly modules: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
};

const typesPath = 'src/generated/templates/template';
const nodesPath = 'src/document/nodes';
const templateName = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** Compiles all templates. */
export function generateTemplates({ sources, from, to }: GenerateOptions): Generated {
  const fileOf = (name: string): string => `${from}/${name}.hbs`;
  const names = [...sources.keys()].sort();
  const { order, findings } = sortByCalls(sources, fileOf);
  for (const name of names.filter((candidate) => !templateName.test(candidate))) {
    findings.push({
      file: fileOf(name),
      line: 1,
      column: 1,
      message: 'expected a path as `channel/name.hbs`, in kebab case',
    });
  }

  const known = new Map<string, KnownPartial>();
  const analyses = new Map<string, Analysis & KnownPartial>();
  for (const name of order) {
    const source = sources.get(name) ?? '';
    const { kind } = readFrontMatter(source);
    const analysis = { ...analyzeTemplate(source, { name, kind, file: fileOf(name), partials: known }), kind };
    findings.push(...analysis.findings);
    known.set(name, analysis);
    analyses.set(name, analysis);
  }
  if (findings.length > 0) return { modules: new Map(), findings };

  const modules = new Map<string, string>();
  if (posix.join(to, 'template') === typesPath) modules.set('template.ts', typesModule);
  for (const name of names) {
    const { program, kind, variables, partials } = analyses.get(name) ?? {};
    if (program === undefined || kind === undefined || variables === undefined || partials === undefined) continue;
    const folder = posix.dirname(posix.join(to, name));
    const relative = (path: string): string => {
      const specifier = posix.relative(folder, path);
      return `${specifier.startsWith('.') ? '' : './'}${specifier}.js`;
    };
    const paths = {
      types: relative(typesPath),
      nodes: relative(nodesPath),
      template: (partial: string) => relative(posix.join(to, partial)),
    };
    modules.set(`${name}.ts`, renderModule({ name, kind, file: fileOf(name), variables, partials, program }, paths));
  }
  return { modules, findings };
}

/** Good enough to order the templates; that calls are well formed is checked by the analysis. */
const partialCall = /\{\{~?#?>\s*([\w/-]+)/g;

/** Orders templates so that each comes after those that it calls. */
function sortByCalls(
  sources: ReadonlyMap<string, string>,
  fileOf: (name: string) => string,
): { order: string[]; findings: Finding[] } {
  const order: string[] = [];
  const findings: Finding[] = [];
  const visit = (name: string, callers: readonly string[]): void => {
    const source = sources.get(name);
    if (source === undefined || order.includes(name)) return;
    if (callers.includes(name)) {
      const cycle = [...callers.slice(callers.indexOf(name)), name].map((part) => `\`${part}\``).join(' calls ');
      findings.push({ file: fileOf(name), line: 1, column: 1, message: `${cycle}, expected partials without a cycle` });
      return;
    }
    for (const [, called = ''] of source.matchAll(partialCall)) visit(called, [...callers, name]);
    if (!order.includes(name)) order.push(name);
  };
  for (const name of [...sources.keys()].sort()) visit(name, []);
  return { order, findings };
}
