/** What a template says about itself: tags in its leading comment, as `@kind text` and `@raw body`. */

export type TemplateKind = 'html' | 'text';

export type FrontMatter = {
  /** @default 'html', in which everything is escaped */
  readonly kind: TemplateKind;
  /** Variables that may be inserted unescaped. */
  readonly raw: readonly string[];
  /** Tags that mean nothing, or have no such value. */
  readonly unknown: readonly string[];
};

const leadingComment = /^\{\{~?!(?:--([\s\S]*?)--|([^}]*))~?\}\}/;
const tag = /^[ \t]*@(\w+)[ \t]*(.*?)[ \t]*$/gm;

/** Reads the tags of a template's leading comment. */
export function readFrontMatter(source: string): FrontMatter {
  const [, long, short] = leadingComment.exec(source) ?? [];
  const raw: string[] = [];
  const unknown: string[] = [];
  let kind: TemplateKind = 'html';
  for (const [, name = '', value = ''] of (long ?? short ?? '').matchAll(tag)) {
    if (name === 'raw' && value !== '') raw.push(...value.split(/\s+/));
    else if (name === 'kind' && (value === 'html' || value === 'text')) kind = value;
    else unknown.push(`@${name} ${value}`.trim());
  }
  return { kind, raw, unknown };
}
