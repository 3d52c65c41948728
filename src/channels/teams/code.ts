/** Code: Teams' own element with colours, and the same in a fixed-width font for all other hosts. */
import type { CodeBlock as Code } from '../../document/nodes.js';
import { splitText } from '../../kernel/fit.js';
import { recount } from './chunk.js';
import { push, type TeamsContext } from './context.js';
import { inert, jsonCost, leaf, orMark } from './leaf.js';
import type { CodeBlock, CodeLanguage } from './payload.js';

/** Usual names of languages -> Teams' names. */
const languages: Readonly<Record<string, CodeLanguage>> = {
  bash: 'Bash', sh: 'Bash', shell: 'Bash', c: 'C', cpp: 'Cpp', 'c++': 'Cpp', csharp: 'CSharp', cs: 'CSharp',
  css: 'Css', bat: 'Dos', go: 'Go', graphql: 'Graphql', html: 'Html', java: 'Java', js: 'JavaScript',
  javascript: 'JavaScript', json: 'Json', perl: 'Perl', php: 'Php', powershell: 'PowerShell', py: 'Python',
  python: 'Python', sql: 'Sql', ts: 'TypeScript', typescript: 'TypeScript', xml: 'Xml',
}; // biome-ignore format: one list

/** Blanks at the start of a line would be collapsed where there is no code element. */
const indents = /^[ \t]+/gm;
const keepIndents = (text: string): string =>
  text.replace(indents, (blanks) => blanks.replaceAll('\t', '    ').replaceAll(' ', '\u00a0'));

function elementOf(value: string, language: CodeLanguage): CodeBlock {
  const text = keepIndents(value);
  return {
    type: 'CodeBlock',
    codeSnippet: value,
    language,
    fallback: {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          style: 'emphasis',
          // Code runs from left to right in every card.
          rtl: false,
          items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, fontType: 'Monospace' }] }],
        },
      ],
    },
  };
}

/** What stands around the texts of one element. */
const frameBytes = 400;

/** Writes code; what is long goes on in further blocks. */
export function pushCode(context: TeamsContext, { value, language = '' }: Code): void {
  const text = inert(orMark(leaf(context, value)));
  const name = language.toLowerCase();
  const known = Object.hasOwn(languages, name) ? (languages[name] ?? 'PlainText') : 'PlainText';
  // The text stands there twice, and a blank of an indent takes two bytes in the copy.
  const room = Math.floor((context.maxPieceBytes - frameBytes) / 3);
  const parts = splitText(text, room, { unit: 'byte', cost: { ...jsonCost, '\t': 8 } });
  for (const [index, part] of parts.entries()) {
    const element = elementOf(part, known);
    recount(context, [element]);
    push(context, [element], 'characters', part.length, index > 0);
  }
}
