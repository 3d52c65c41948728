/** The limits that Slack states in the declarations of @slack/types, read from their comments. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const folder = join(dirname(createRequire(import.meta.url).resolve('@slack/types/package.json')), 'dist/block-kit');
const files = ['blocks.d.ts', 'block-elements.d.ts', 'composition-objects.d.ts', 'extensions.d.ts'];

const limit = /\b(?:max(?:imum)?|limit|up to)\b[^.\d]*?`?(\d[\d,]*)/gi;

function limitsOf(comment: string): number[] {
  const text = comment.replace(/\s*\*\s*/g, ' ');
  return [...text.matchAll(limit)].map(([, digits = '']) => Number(digits.replaceAll(',', '')));
}

/** Every documented maximum, by interface and member: `HeaderBlock.text` -> [150]. */
export function documentedLimits(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node)) return;
      for (const member of node.members) {
        const comment = ts.getJSDocCommentsAndTags(member).map((part) => part.getText());
        const limits = limitsOf(comment.join(' '));
        const name = member.name?.getText(source) ?? '';
        if (limits.length > 0) found.set(`${node.name.text}.${name}`, limits);
      }
    });
  }
  return found;
}
