/**
 * Another name for `style` while fragments pass through a DOM: jsdom parses each style that an element gets, into objects that
 * nobody here reads, and takes longer for it than for all the rest.
 *
 * What comes in is renamed before it is sanitized, and both names are cleaned alike, so that nothing depends on whether every
 * style was found; one that was not costs time only, which `checkHtmlLimits` bounds.
 */
import { scanTags, type TagToken } from './html-tokens.js';

export const maskedStyle = 'cf-style';

/** Attributes with their values, as parsers cut them. */
const attributes = /([^\s"'>/=][^\s>/=]*)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/g;
const anyStyle = /style/i;
const otherStyle = /(?<!cf-)style/i;

/** The source of a tag with its style renamed, as far as that can be done for certain. */
function maskTag({ source, name, kind, isCertain }: TagToken): string {
  if (kind === 'end' || !isCertain || !anyStyle.test(source)) return source;
  const rest = source
    .slice(name.length)
    .replace(attributes, (attribute, key: string, value: string | undefined) =>
      value !== undefined && key.toLowerCase() === 'style' ? maskedStyle + value : attribute,
    );
  return source.slice(0, name.length) + rest;
}

/** Counts from above the declarations that jsdom will parse in a tag, written out or as references to characters. */
export function unmaskedDeclarations(tag: TagToken): number {
  if (!anyStyle.test(tag.source)) return 0;
  const masked = maskTag(tag).slice(tag.name.length);
  return otherStyle.test(masked) ? 1 + masked.replace(/[^:&]+/g, '').length : 0;
}

/** Renames styles in a fragment. */
export function maskStyles(html: string): string {
  if (!anyStyle.test(html)) return html;
  let result = '';
  let done = 0;
  scanTags(html, Number.POSITIVE_INFINITY, (tag) => {
    const masked = maskTag(tag);
    if (masked !== tag.source) {
      result += html.slice(done, tag.at + 1) + masked;
      done = tag.at + 1 + tag.source.length;
    }
    return true;
  });
  return result + html.slice(done);
}

/** A start tag as DOM serializers write it: lower case, attributes in double quotes with the quotes in them escaped. */
const startTag = /<[a-z][a-z0-9]*(?: [^\s"=<>]+="[^"]*")+>/g;
const writtenAttribute = / [^\s"=<>]+="[^"]*"/g;

/** Gives the styles of serialized elements their name again. */
export function unmaskStyles(serialized: string): string {
  if (!serialized.includes(maskedStyle)) return serialized;
  const prefix = ` ${maskedStyle}=`;
  // Tags are read whole, from left to right: nothing within a value or a text is taken for an attribute.
  return serialized.replace(startTag, (tag) =>
    tag.replace(writtenAttribute, (attribute) =>
      attribute.startsWith(prefix) ? ` style=${attribute.slice(prefix.length)}` : attribute,
    ),
  );
}
