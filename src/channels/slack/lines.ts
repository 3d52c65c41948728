/** One line an item, in as few blocks as possible: facts and key figures. */
import { type Held, push, type SlackContext } from './context.js';
import { maxBlockChars } from './limits.js';
import type { RichElement, RichSection } from './payload.js';
import { charsOf, chunkElements, firstChars, titledBy } from './rich.js';
import { appendElement, appendText, createRun, elementsOf, isEmpty, type Run } from './run.js';

/** A block takes no further line once it holds this much, so that a line of usual length never has to be cut. */
const fullChars = 2000;

const sectionOf = (elements: RichElement[]): RichSection => ({ type: 'rich_text_section', elements });

/** Pushes the lines written so far; one that is too long by itself goes on in further blocks. */
function pushChunk(
  context: SlackContext,
  elements: RichElement[],
  held: Held,
  count: number,
  continued: boolean,
  lastPath: string,
): void {
  if (context.chars <= maxBlockChars) {
    push(context, { type: 'rich_text', elements: [sectionOf(elements)] }, held, count, continued);
    return;
  }
  const maxFirstChars = continued ? maxBlockChars : firstChars(context);
  for (const [index, chunk] of chunkElements(elements, maxFirstChars).entries()) {
    context.chars = charsOf(chunk);
    const block = { type: 'rich_text' as const, elements: [sectionOf(chunk)] };
    if (index === 0) push(context, block, held, count, continued);
    else {
      // Only the last line of a chunk can be that long.
      context.path = lastPath;
      push(context, block, 'characters', charsOf(chunk), true);
    }
  }
}

/** Pushes a line for each item under a title in bold. `write` appends what stands on the line. */
export function pushLines<Item extends { readonly path?: string }>(
  context: SlackContext,
  items: readonly Item[],
  held: Held,
  write: (context: SlackContext, out: Run, item: Item) => void,
  title: RichElement | undefined,
): void {
  let out = createRun();
  if (title !== undefined) appendElement(out, title);
  context.titled = titledBy(title);
  let count = 0;
  let continued = false;
  const blockPath = context.path;
  let path = blockPath;
  const pushLinesSoFar = (): void => {
    context.path = blockPath;
    // Entries of one member are told together, members of the input each by its name.
    pushChunk(context, elementsOf(out), held, count, continued, path.startsWith(`${blockPath}.`) ? blockPath : path);
  };
  for (const item of items) {
    if (context.chars > fullChars && count > 0) {
      pushLinesSoFar();
      out = createRun();
      count = 0;
      continued = true;
    }
    if (!isEmpty(out)) {
      context.chars += 1;
      appendText(out, '\n');
    }
    path = item.path ?? blockPath;
    context.path = path;
    write(context, out, item);
    count += 1;
  }
  if (isEmpty(out)) context.chars = 0;
  else pushLinesSoFar();
  context.path = blockPath;
  context.titled = undefined;
}
