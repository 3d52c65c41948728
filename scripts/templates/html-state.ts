/**
 * Follows literal HTML as a browser's tokenizer does, to tell in which context the next expression prints.
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization, without what templates have no use for.
 */

type Mode =
  | 'text'
  | 'tagOpen'
  | 'endTagOpen'
  | 'markup'
  | 'declaration'
  | 'comment'
  | 'tagName'
  | 'tag'
  | 'attributeName'
  | 'afterAttributeName'
  | 'beforeValue'
  | 'value'
  | 'unquoted'
  | 'rawText'
  | 'escapableText';

export type HtmlState = {
  readonly mode: Mode;
  /** Name of the tag, or of the element whose text is raw; lower case. */
  readonly tag: string;
  readonly closing: boolean;
  /** Name of the attribute, lower case. */
  readonly attribute: string;
  readonly quote: string;
  /** Literal text since the value, comment or raw text began. */
  readonly buffer: string;
  /** An expression has filled the value: nothing may follow it. */
  readonly sealed: boolean;
};

type Draft = { -readonly [Key in keyof HtmlState]: HtmlState[Key] };
type ReportAt = (index: number, message: string) => void;

/** Where every template begins and ends. */
export const elementContent: HtmlState = {
  mode: 'text',
  tag: '',
  closing: false,
  attribute: '',
  quote: '',
  buffer: '',
  sealed: false,
};

/** Elements whose text is no HTML, so that escapes mean nothing in it. */
const rawTextElements = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'plaintext']);

/** Elements whose text has entities, but no tags. */
const escapableTextElements = new Set(['title', 'textarea']);

const letter = /[a-z]/i;
const space = /[\t\n\f\r ]/;

function modeWithin(tag: string): Mode {
  if (escapableTextElements.has(tag)) return 'escapableText';
  return rawTextElements.has(tag) ? 'rawText' : 'text';
}

function finishTag(draft: Draft): void {
  draft.mode = draft.closing ? 'text' : modeWithin(draft.tag);
  draft.buffer = '';
}

function startTag(draft: Draft, char: string, closing: boolean): void {
  Object.assign(draft, { mode: 'tagName', tag: char.toLowerCase(), closing, attribute: '' });
}

function startAttribute(draft: Draft, char: string): void {
  draft.mode = 'attributeName';
  draft.attribute = char.toLowerCase();
}

/** What each state does with one character; `true` asks to look at the character again in the new state. */
const steps: Record<Mode, (draft: Draft, char: string, report: (message: string) => void) => boolean | undefined> = {
  text(draft, char) {
    if (char === '<') draft.mode = 'tagOpen';
    return false;
  },
  tagOpen(draft, char) {
    if (letter.test(char)) startTag(draft, char, false);
    else if (char === '/') draft.mode = 'endTagOpen';
    else if (char === '!') Object.assign(draft, { mode: 'markup', buffer: '' });
    else if (char === '?') draft.mode = 'declaration';
    else {
      draft.mode = 'text';
      return true;
    }
    return false;
  },
  endTagOpen(draft, char) {
    if (letter.test(char)) startTag(draft, char, true);
    else draft.mode = char === '>' ? 'text' : 'declaration';
    return false;
  },
  markup(draft, char) {
    draft.buffer += char;
    if (draft.buffer === '-') return false;
    const isComment = draft.buffer === '--';
    Object.assign(draft, { mode: isComment ? 'comment' : 'declaration', buffer: '' });
    return !isComment;
  },
  declaration(draft, char) {
    if (char === '>') draft.mode = 'text';
    return false;
  },
  comment(draft, char) {
    // `<!-->` and `--!>` end comments too.
    if (char === '>' && /^-?$|--!?$/.test(draft.buffer)) draft.mode = 'text';
    else draft.buffer += char;
    return false;
  },
  tagName(draft, char) {
    if (space.test(char) || char === '/') draft.mode = 'tag';
    else if (char === '>') finishTag(draft);
    else draft.tag += char.toLowerCase();
    return false;
  },
  tag(draft, char) {
    if (char === '>') finishTag(draft);
    else if (!space.test(char) && char !== '/') startAttribute(draft, char);
    return false;
  },
  attributeName(draft, char) {
    if (space.test(char)) draft.mode = 'afterAttributeName';
    else if (char === '/') draft.mode = 'tag';
    else if (char === '=') draft.mode = 'beforeValue';
    else if (char === '>') finishTag(draft);
    else draft.attribute += char.toLowerCase();
    return false;
  },
  afterAttributeName(draft, char) {
    if (char === '/') draft.mode = 'tag';
    else if (char === '=') draft.mode = 'beforeValue';
    else if (char === '>') finishTag(draft);
    else if (!space.test(char)) startAttribute(draft, char);
    return false;
  },
  beforeValue(draft, char, report) {
    if (space.test(char)) return false;
    if (char === '"' || char === "'") {
      Object.assign(draft, { mode: 'value', quote: char, buffer: '', sealed: false });
      return false;
    }
    report(`the value of attribute \`${draft.attribute}\` is not quoted, expected quotes around it`);
    draft.mode = 'unquoted';
    return true;
  },
  unquoted(draft, char) {
    if (space.test(char)) draft.mode = 'tag';
    else if (char === '>') finishTag(draft);
    return false;
  },
  value(draft, char, report) {
    if (char === draft.quote) {
      draft.mode = 'tag';
      return false;
    }
    if (draft.sealed) {
      report(`text follows the URL in attribute \`${draft.attribute}\`, expected the URL to be the whole value`);
      draft.sealed = false;
    }
    draft.buffer += char;
    return false;
  },
  escapableText(draft, char) {
    readUntilEndTag(draft, char);
    return false;
  },
  rawText(draft, char, report) {
    readUntilEndTag(draft, char);
    // Within a comment in a script `<script>` hides the next `</script>`.
    if (draft.tag === 'script' && draft.buffer.endsWith('<!--')) {
      report('a script holds `<!--`, expected a script that ends at the first `</script>`');
    }
    return false;
  },
};

function readUntilEndTag(draft: Draft, char: string): void {
  const mayEnd = space.test(char) || char === '/' || char === '>';
  if (mayEnd && draft.buffer.toLowerCase().endsWith(`</${draft.tag}`)) {
    Object.assign(draft, { mode: char === '>' ? 'text' : 'tag', closing: true, buffer: '' });
  } else {
    draft.buffer += char;
  }
}

/** Returns the state after a literal text. */
export function readHtml(state: HtmlState, text: string, report: ReportAt): HtmlState {
  const draft: Draft = { ...state };
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    const reportHere = (message: string): void => report(index, message);
    while (steps[draft.mode](draft, char, reportHere) === true);
  }
  return draft;
}

/** Tells whether an expression prints alike in both states. */
export function isSameContext(left: HtmlState, right: HtmlState): boolean {
  if (left.mode !== right.mode) return false;
  if (left.mode === 'text') return true;
  if (left.tag !== right.tag || left.closing !== right.closing) return false;
  return left.mode !== 'value' || (left.attribute === right.attribute && left.quote === right.quote);
}

/** Names a state in messages: "in an attribute name". */
export function describeContext({ mode, tag, attribute }: HtmlState): string {
  if (mode === 'text') return 'in element content';
  if (mode === 'tagOpen' || mode === 'endTagOpen' || mode === 'tagName') return 'in a tag name';
  if (mode === 'markup' || mode === 'declaration') return 'in a declaration';
  if (mode === 'comment') return 'in a comment';
  if (mode === 'tag') return 'between attributes';
  if (mode === 'attributeName' || mode === 'afterAttributeName') return 'in an attribute name';
  if (mode === 'rawText' || mode === 'escapableText') return `in a \`${tag}\` element`;
  return mode === 'value' ? `in attribute \`${attribute}\`` : `in the unquoted attribute \`${attribute}\``;
}
