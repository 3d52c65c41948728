/**
 * Refuses fragments that would take long, before they are parsed. DOM work grows with the square of nesting and of
 * reopened formatting: 5,000 nested `<div>` (25 kB) take over a second, 5 kB of `<font>` and `<p>` grow to 2 MB.
 */
import { SanitizeError } from '../kernel/errors.js';
import { measure } from '../kernel/measure.js';
import { unmaskedDeclarations } from './html-mask.js';
import { allowedTags } from './html-policy.js';
import { scanTags, type TagToken } from './html-tokens.js';

/** Bounds on one fragment: more than mail needs, and what is done in 100 ms of CPU (`npm run bench`). */
export const htmlLimits = {
  maxBytes: 65_536,
  /** `<` characters, tags or not. */
  maxTags: 2_000,
  maxDepth: 100,
  maxAttributesPerTag: 64,
  maxAttributes: 3_000,
  /** Elements that the parser opens again because their end tag is missing or elsewhere. */
  maxReopened: 500,
  /** Elements, with those that the parser opens again: parsing and cleaning takes about 0.1 ms for each. */
  maxElements: 800,
  /** Declarations of styles that cannot be kept from jsdom's parser of CSS: those after SVG, or of odd syntax. */
  maxUnmaskedDeclarations: 100,
  /** Images, and elements that will not stay: removing takes time with the square of the number of neighbours. */
  maxRemoved: 500,
} as const;

const staying: ReadonlySet<string> = new Set(['html', 'head', 'body', ...allowedTags.filter((tag) => tag !== 'img')]);

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Opened again by the parser after a block cut them off. https://html.spec.whatwg.org/multipage/parsing.html#formatting */
const formatting = words('a b big code em font i nobr s small strike strong tt u');
/** At most three alike are opened again, one link: the "Noah's Ark clause". */
const maxAlike = 3;
/** For an end tag that closes formatting across a block, the "adoption agency" makes rounds, and copies in each. */
const maxRounds = 8;
const maxCopies = 3;

/** Never hold anything, or are no elements of their own. */
const leaves = words(
  'area base basefont bgsound body br col embed frame head hr html img image input keygen link meta param source track wbr',
);
/** An end tag inside does not reach beyond them. */
const scopes = words(
  'annotation-xml applet caption desc foreignobject marquee mi mn mo ms mtext object table td template th title',
);
const closesParagraph = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary ul xmp',
);

/** What an item looks for the item before it through. https://html.spec.whatwg.org/multipage/parsing.html#special */
const special = words(
  'annotation-xml applet article aside blockquote button caption center desc details dir dl fieldset figcaption figure ' +
    'footer foreignobject form h1 h2 h3 h4 h5 h6 header hgroup listing main marquee menu mi mn mo ms mtext nav noscript ' +
    'object ol pre search section select summary table tbody td template tfoot th thead title tr ul',
);
const items: ReadonlySet<string> = new Set([...special, 'dd', 'dt']);
const descriptions: ReadonlySet<string> = new Set([...special, 'li']);

/** Start tags that close what is open: up to and with `closes`, unless one of `stops` is in between. */
const implied: Readonly<Record<string, { readonly closes: ReadonlySet<string>; readonly stops: ReadonlySet<string> }>> =
  {
    li: { closes: words('li'), stops: items },
    dd: { closes: words('dd dt'), stops: descriptions },
    dt: { closes: words('dd dt'), stops: descriptions },
    td: { closes: words('td th caption'), stops: words('table template') },
    th: { closes: words('td th caption'), stops: words('table template') },
    tr: { closes: words('tr caption colgroup'), stops: words('table template') },
    tbody: { closes: words('tbody thead tfoot caption colgroup'), stops: words('table template') },
    thead: { closes: words('tbody thead tfoot caption colgroup'), stops: words('table template') },
    tfoot: { closes: words('tbody thead tfoot caption colgroup'), stops: words('table template') },
  };
const tableParts = words('caption col colgroup table tbody td tfoot th thead tr');

type Open = { readonly name: string; readonly source: string };

/** Follows which elements are open, and estimates from above how many the parser opens again. */
type Tree = {
  readonly open: Open[];
  /** Formatting that was cut off, by how it was written. */
  readonly cut: Map<string, number>;
  cutCount: number;
  reopened: number;
};

function cutOff(tree: Tree, { name, source }: Open): void {
  if (!formatting.has(name)) return;
  // A second link closes the first, so that at most one is open.
  const key = name === 'a' ? name : source;
  const alike = tree.cut.get(key) ?? 0;
  if (alike >= (name === 'a' ? 1 : maxAlike)) return;
  tree.cut.set(key, alike + 1);
  tree.cutCount += 1;
}

function closeFrom(tree: Tree, index: number): void {
  while (tree.open.length > index) {
    const closed = tree.open.pop();
    if (closed !== undefined) cutOff(tree, closed);
  }
}

/** Finds the innermost open element that is one of `names`, not looking beyond `stops`. */
function findOpen(tree: Tree, names: ReadonlySet<string>, stops: ReadonlySet<string>): number {
  for (let index = tree.open.length - 1; index >= 0; index--) {
    const name = tree.open[index]?.name ?? '';
    if (names.has(name)) return index;
    if (stops.has(name)) return -1;
  }
  return -1;
}

const paragraphs = words('p');
const foreign = words('svg math');
/** HTML again, inside SVG. */
const integrationPoints = words('foreignobject desc title annotation-xml');
const none: ReadonlySet<string> = new Set();
const tables = words('table template');
const cells = words('caption td th');
const buttonScopes: ReadonlySet<string> = new Set([...scopes, 'button']);
/** A part of a table drops formatting that stands between it and the table. */
const tableContexts = words('caption table tbody td tfoot th thead tr template');

function start(tree: Tree, { name, source }: TagToken): void {
  if (tableParts.has(name)) {
    const place = findOpen(tree, tables, none);
    if (name !== 'table' && place < 0) return;
    // A table cannot be a part of a table: it ends the one before.
    const context = name === 'table' ? findOpen(tree, tables, cells) : -1;
    if (tree.open[context]?.name === 'table') closeFrom(tree, context);
  }
  const rule = implied[name];
  const replaced = rule === undefined ? -1 : findOpen(tree, rule.closes, rule.stops);
  if (replaced >= 0) closeFrom(tree, replaced);
  else if (closesParagraph.has(name)) {
    const paragraph = findOpen(tree, paragraphs, buttonScopes);
    if (paragraph >= 0) closeFrom(tree, paragraph);
  }
  if (tableParts.has(name) && name !== 'table') {
    const context = findOpen(tree, tableContexts, tables);
    if (context >= 0) closeFrom(tree, context + 1);
  }
  if (name === 'option' && tree.open.at(-1)?.name === name) tree.open.pop();
  if (leaves.has(name)) return;
  if (source.endsWith('/') && findOpen(tree, foreign, integrationPoints) >= 0) return;
  tree.open.push({ name, source });
}

function end(tree: Tree, { name, isCertain }: TagToken): void {
  const top = tree.open.at(-1);
  if (top?.name === name && (isCertain || !formatting.has(name))) {
    tree.open.pop();
    return;
  }
  const index = findOpen(tree, new Set([name]), tableParts.has(name) ? tables : scopes);
  if (index < 0) return;
  if (formatting.has(name)) closeFormatting(tree, name, index);
  // The parser takes a form out from among what is open inside it.
  else if (name === 'form') tree.open.splice(index, 1);
  else closeFrom(tree, index);
}

/** Closes formatting, and leaves open what was opened inside. */
function closeFormatting(tree: Tree, name: string, index: number): void {
  const rounds = Math.min(maxRounds, tree.open.filter((element) => element.name === name).length);
  const inside = tree.open.slice(index + 1).filter((element) => formatting.has(element.name)).length;
  tree.reopened += rounds * (1 + Math.min(maxCopies, inside));
  for (const closed of tree.open.splice(index, 1)) cutOff(tree, closed);
}

const countOf = (html: string, char: string): number => {
  let count = 0;
  for (let at = html.indexOf(char); at >= 0; at = html.indexOf(char, at + 1)) count += 1;
  return count;
};

/** Checks a fragment in one pass over it. @throws SanitizeError naming the bound that it exceeds */
export function checkHtmlLimits(html: string, path: string): void {
  const refuse = (reason: SanitizeError['reason'], actual: number | string, limit: number, what: string): never => {
    throw new SanitizeError({ reason, path, detail: `${actual} ${what}, expected at most ${limit}` });
  };
  // UTF-8 is never shorter than UTF-16 is long.
  if (html.length > htmlLimits.maxBytes)
    refuse('too-large', `over ${htmlLimits.maxBytes}`, htmlLimits.maxBytes, 'bytes');
  const bytes = measure(html, 'byte');
  if (bytes > htmlLimits.maxBytes) refuse('too-large', bytes, htmlLimits.maxBytes, 'bytes');
  const tags = countOf(html, '<');
  if (tags > htmlLimits.maxTags) refuse('too-many-tags', tags, htmlLimits.maxTags, 'tags');

  const tree: Tree = { open: [], cut: new Map(), cutCount: 0, reopened: 0 };
  let attributes = 0;
  let removed = 0;
  let elements = 0;
  let declarations = 0;
  scanTags(html, htmlLimits.maxAttributesPerTag, (tag) => {
    attributes += tag.attributes;
    if (tag.attributes > htmlLimits.maxAttributesPerTag)
      refuse(
        'too-large',
        `over ${htmlLimits.maxAttributesPerTag}`,
        htmlLimits.maxAttributesPerTag,
        'attributes on a tag',
      );
    if (attributes > htmlLimits.maxAttributes)
      refuse('too-large', `over ${htmlLimits.maxAttributes}`, htmlLimits.maxAttributes, 'attributes');
    if (tag.kind === 'start') elements += 1;
    if (elements + tree.reopened > htmlLimits.maxElements)
      refuse('too-many-tags', `over ${htmlLimits.maxElements}`, htmlLimits.maxElements, 'elements');
    declarations += unmaskedDeclarations(tag);
    if (declarations > htmlLimits.maxUnmaskedDeclarations)
      refuse(
        'too-large',
        `over ${htmlLimits.maxUnmaskedDeclarations}`,
        htmlLimits.maxUnmaskedDeclarations,
        'declarations of styles in odd places',
      );
    if (tag.kind === 'start' && !staying.has(tag.name)) removed += 1;
    if (removed > htmlLimits.maxRemoved)
      refuse(
        'too-many-tags',
        `over ${htmlLimits.maxRemoved}`,
        htmlLimits.maxRemoved,
        'images and tags that may not stay',
      );
    if (tag.kind === 'start') start(tree, tag);
    else end(tree, tag);
    tree.reopened += tree.cutCount;
    if (tree.open.length > htmlLimits.maxDepth)
      refuse('too-deep', `over ${htmlLimits.maxDepth}`, htmlLimits.maxDepth, 'levels of elements');
    if (tree.reopened > htmlLimits.maxReopened)
      refuse('too-many-tags', `over ${htmlLimits.maxReopened}`, htmlLimits.maxReopened, 'elements left open');
    return true;
  });
}
