/** Type-checks single files with the project's own settings, for tests about types of others. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every complaint of the compiler about a file, as `line: message`. */
export function complaintsAbout(file: string): string[] {
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync(`${root}tsconfig.json`, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const path = `${root}${file}`;
  const program = ts.createProgram([path], { ...options, noEmit: true });
  const source = program.getSourceFile(path);
  if (source === undefined) return [`there is no ${file}`];
  return ts.getPreEmitDiagnostics(program, source).map(({ start = 0, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
