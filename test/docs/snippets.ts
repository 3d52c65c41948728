/** The TypeScript in documentation: where it stands, and what the compiler says of it. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export type Snippet = {
  /** Relative to the repository. */
  readonly file: string;
  /** Number of the first line of code. */
  readonly line: number;
  readonly code: string;
};

export const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));

const fence = /^(\s*(?:\*\s?)?)```(\S*).*$/;

/** Finds the blocks marked as `ts` in Markdown, or in the doc comments of a source file. */
export function snippetsIn(file: string, text: string): Snippet[] {
  const snippets: Snippet[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, margin = '', language] = fence.exec(lines[index] ?? '') ?? [];
    if (language === undefined) continue;
    const start = index + 1;
    index = lines.findIndex((line, at) => at >= start && fence.test(line));
    if (index < 0) throw new Error(`${file}:${start}: the block has no end`);
    // Blank lines of a doc comment end at the asterisk.
    const code = lines.slice(start, index).map((line) => line.slice(Math.min(margin.length, line.length)));
    if (language === 'ts') snippets.push({ file, line: start + 1, code: code.join('\n') });
  }
  return snippets;
}

const optionsOf = (): ts.CompilerOptions => {
  const path = join(root, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, path);
  // A reader of documentation sees what is declared; that it is used is not its point.
  return {
    ...options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
};

/** Checks all snippets in one program, as modules of this package, and returns the complaints about each. */
export function checkSnippets(snippets: readonly Snippet[]): string[][] {
  const options = optionsOf();
  const host = ts.createCompilerHost(options);
  // In memory, but as if in the root of the repository, so that imports resolve as they do for everybody.
  const virtual = new Map(snippets.map((snippet, index) => [join(root, `snippet-${index}.ts`), snippet]));
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  host.readFile = (name) => virtual.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const snippet = virtual.get(name);
    if (snippet === undefined) return getSourceFile(name, target, ...rest);
    const source = ts.createSourceFile(name, snippet.code, target);
    source.impliedNodeFormat = ts.ModuleKind.ESNext;
    return source;
  };
  host.getCurrentDirectory = () => dirname(join(root, 'package.json'));
  const program = ts.createProgram([...virtual.keys()], options, host);
  return [...virtual].map(([name, { file, line }]) => {
    const source = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText, start = 0 }) => {
      const at = source === undefined ? 0 : ts.getLineAndCharacterOfPosition(source, start).line;
      return `${file}:${line + at}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}
