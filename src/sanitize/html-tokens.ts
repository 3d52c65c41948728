/**
 * Finds the tags of a fragment in one pass, without building anything. What it cannot be sure of it reports in the way
 * that makes the fragment look larger.
 */

/** One tag, as {@link scanTags} reports it. */
export type TagToken = {
  /** Lower case. */
  readonly name: string;
  readonly kind: 'start' | 'end';
  /** Where its `<` is. */
  readonly at: number;
  /** Everything between `<` and `>`. */
  readonly source: string;
  readonly attributes: number;
  /** Whether the parser certainly sees this tag too. */
  readonly isCertain: boolean;
};

/** Hold text up to their own end tag. https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments */
const textElements: ReadonlySet<string> = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));
/**
 * In them the same characters make other tokens: SVG and MathML have CDATA sections and no raw text, `<select>` skips
 * the start tags of raw text elements. From the first of them on, every `<` with a letter counts as a tag.
 */
const uncertainElements: ReadonlySet<string> = new Set(['svg', 'math', 'select', 'frameset']);

const tagName = /[^\t\n\f\r />]*/y;
const attributeName = /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)?[\t\n\f\r ]*/y;
const unquoted = /[^\t\n\f\r >]*/y;
const blanks = /[\t\n\f\r ]*/y;
const commentEnd = /--!?>/g;
const letter = /[a-z]/i;
const notAscii = /[^\0-\x7f]/;

/** Runs a sticky or global pattern at an index without leaving a trace in it. */
function match(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text) ?? undefined;
  pattern.lastIndex = 0;
  return found;
}

const skip = (pattern: RegExp, text: string, from: number): number =>
  from + (match(pattern, text, from)?.[0].length ?? 0);

/** Reads attributes up to `>`; `end` is where it is, `-1` if the tag never ends and so is none. */
function readAttributes(html: string, from: number, maxAttributes: number): { end: number; attributes: number } {
  let at = from;
  let attributes = 0;
  while (at < html.length) {
    const name = match(attributeName, html, at);
    at += name?.[0].length ?? 0;
    if (html[at] === '>' && name?.[1] === undefined) return { end: at, attributes };
    attributes += 1;
    if (attributes > maxAttributes) return { end: at, attributes };
    if (html[at] !== '=') continue;
    at = skip(blanks, html, at + 1);
    const quote = html[at];
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1);
      if (close < 0) break;
      at = close + 1;
    } else if (quote !== '>') at = skip(unquoted, html, at);
  }
  return { end: -1, attributes };
}

/** Lower case in ASCII only: the Kelvin sign is no `k` to an HTML parser. */
const lower = (name: string): string => (notAscii.test(name) ? name : name.toLowerCase());

/** Finds the end of what starts with `<` and is no tag: a comment, a doctype, `</3>`. */
function skipMarkup(html: string, at: number): number {
  if (!html.startsWith('<!--', at)) return html.indexOf('>', at + 1);
  // `<!-->` and `<!--->` are whole comments.
  const abrupt = html.startsWith('>', at + 4) ? at + 4 : html.startsWith('->', at + 4) ? at + 5 : -1;
  if (abrupt >= 0) return abrupt;
  const end = match(commentEnd, html, at + 4);
  return end === undefined ? -1 : end.index + end[0].length - 1;
}

/**
 * Calls `visit` for each tag. Stops when it returns `false`, and when a tag has more than `maxAttributes`: that tag is
 * the last to be reported.
 */
export function scanTags(html: string, maxAttributes: number, visit: (tag: TagToken) => boolean): void {
  let isCertain = true;
  let at = html.indexOf('<');
  while (at >= 0) {
    const kind = html[at + 1] === '/' ? 'end' : 'start';
    const nameStart = kind === 'end' ? at + 2 : at + 1;
    if (!letter.test(html[nameStart] ?? '')) {
      const isText = kind === 'start' && !/[!?]/.test(html[nameStart] ?? '');
      const end = isText || !isCertain ? at : skipMarkup(html, at);
      if (end < 0) return;
      at = html.indexOf('<', end + 1);
      continue;
    }
    const nameEnd = skip(tagName, html, nameStart);
    const name = lower(html.slice(nameStart, nameEnd));
    const { end, attributes } = readAttributes(html, nameEnd, maxAttributes);
    if (end < 0 && isCertain) return;
    if (uncertainElements.has(name)) isCertain = false;
    const source = html.slice(at + 1, end < 0 ? nameEnd : end);
    if (!visit({ name, kind, at, source, attributes, isCertain }) || attributes > maxAttributes) return;
    if (name === 'plaintext' && isCertain) return;
    if (isCertain && kind === 'start' && textElements.has(name)) at = findEndTag(html, name, end);
    else at = html.indexOf('<', isCertain ? end + 1 : nameEnd);
  }
}

/** Finds the `<` of the end tag that closes a raw text element, `-1` if all that follows is its text. */
function findEndTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    const after = at + 2 + name.length;
    if (lower(html.slice(at + 2, after)) === name && /[\t\n\f\r />]/.test(html[after] ?? '')) return at;
  }
  return -1;
}
