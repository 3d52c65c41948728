/**
 * A run of rich text being written. Neighbouring texts of one style become one element: fewer objects on the wire, and no
 * expression can be put together from two of them unseen.
 */
import { add, type TeamsContext } from './context.js';
import { settle } from './leaf.js';
import type { RichTextBlock, TextRun, TextStyle } from './payload.js';

export type Run = {
  readonly context: TeamsContext;
  readonly runs: TextRun[];
  /** What has been written since the last run, in `style`. */
  text: string;
  style: TextStyle | undefined;
};

export const createRun = (context: TeamsContext): Run => ({ context, runs: [], text: '', style: undefined });

const isSame = (a: TextStyle | undefined, b: TextStyle | undefined): boolean =>
  a === b ||
  (a?.weight === b?.weight &&
    a?.italic === b?.italic &&
    a?.strikethrough === b?.strikethrough &&
    a?.fontType === b?.fontType &&
    a?.isSubtle === b?.isSubtle &&
    a?.size === b?.size);

/** What an object takes beside its texts, and the comma after it. */
export const toll = (skeleton: unknown): number => JSON.stringify(skeleton).length + 1;

const runToll = toll({ type: 'TextRun', text: '' });
const linkToll = toll({ selectAction: { type: 'Action.OpenUrl', url: '' } });
const blockToll = toll({ type: 'RichTextBlock', inlines: [] });
const spacingToll = toll({ spacing: 'Medium' });

const styleTolls = {
  size: toll({ size: 'ExtraLarge' }),
  weight: toll({ weight: 'Bolder' }),
  isSubtle: toll({ isSubtle: true }),
  italic: toll({ italic: true }),
  strikethrough: toll({ strikethrough: true }),
  fontType: toll({ fontType: 'Monospace' }),
} as const;

function addStyle(context: TeamsContext, style: TextStyle): void {
  if (style.size !== undefined) add(context, styleTolls.size);
  if (style.weight !== undefined) add(context, styleTolls.weight);
  if (style.isSubtle !== undefined) add(context, styleTolls.isSubtle);
  if (style.italic !== undefined) add(context, styleTolls.italic);
  if (style.strikethrough !== undefined) add(context, styleTolls.strikethrough);
  if (style.fontType !== undefined) add(context, styleTolls.fontType);
}

function textRun(context: TeamsContext, text: string, style: TextStyle | undefined): TextRun {
  const safe = settle(context, text);
  add(context, runToll);
  if (style === undefined) return { type: 'TextRun', text: safe };
  const usual = usualStyles.get(style);
  if (usual !== undefined) {
    add(context, usual.toll);
    return usual.run(safe);
  }
  addStyle(context, style);
  return { type: 'TextRun', text: safe, ...style };
}

type UsualStyle = { readonly toll: number; readonly run: (text: string) => TextRun };

export const bold = { weight: 'Bolder' } as const;
export const small = { size: 'Small' } as const;
export const subtle = { isSubtle: true } as const;
export const large = { size: 'Large', weight: 'Bolder' } as const;

/** Styles that nearly all runs have, by identity: a spread behind other members takes longer than all the rest of a run. */
const usualStyles: ReadonlyMap<TextStyle, UsualStyle> = /* @__PURE__ */ new Map<TextStyle, UsualStyle>([
  [bold, { toll: styleTolls.weight, run: (text) => ({ type: 'TextRun', text, weight: 'Bolder' }) }],
  [small, { toll: styleTolls.size, run: (text) => ({ type: 'TextRun', text, size: 'Small' }) }],
  [subtle, { toll: styleTolls.isSubtle, run: (text) => ({ type: 'TextRun', text, isSubtle: true }) }],
  [
    large,
    {
      toll: styleTolls.size + styleTolls.weight,
      run: (text) => ({ type: 'TextRun', text, size: 'Large', weight: 'Bolder' }),
    },
  ],
]);

function closeText(run: Run): void {
  const { text, style } = run;
  if (text === '') return;
  run.text = '';
  run.runs.push(textRun(run.context, text, style));
}

/** Appends clean text. */
export function appendText(run: Run, value: string, style?: TextStyle): void {
  if (value === '') return;
  if (run.text !== '' && !isSame(run.style, style)) closeText(run);
  run.style = style;
  run.text += value;
}

/** Appends a link; `url` is safe already, and ASCII. */
export function appendLink(run: Run, text: string, url: string, style?: TextStyle): void {
  closeText(run);
  const link = textRun(run.context, text, style);
  add(run.context, linkToll + url.length);
  link.selectAction = { type: 'Action.OpenUrl', url };
  run.runs.push(link);
}

/** Tells whether nothing has been written yet. */
export const isEmpty = (run: Run): boolean => run.text === '' && run.runs.length === 0;

/** Ends the run and gives its elements. */
function runsOf(run: Run): TextRun[] {
  closeText(run);
  return run.runs;
}

/** Ends the run and makes a block of it. */
export function richText(run: Run, spacing?: RichTextBlock['spacing']): RichTextBlock {
  return blockOf(run.context, runsOf(run), spacing);
}

function blockOf(context: TeamsContext, inlines: TextRun[], spacing: RichTextBlock['spacing']): RichTextBlock {
  add(context, blockToll);
  if (spacing === undefined) return { type: 'RichTextBlock', inlines };
  add(context, spacingToll);
  return { type: 'RichTextBlock', inlines, spacing };
}

/** A block of one text. */
export function oneText(
  context: TeamsContext,
  text: string,
  style?: TextStyle,
  spacing?: RichTextBlock['spacing'],
): RichTextBlock {
  return blockOf(context, text === '' ? [] : [textRun(context, text, style)], spacing);
}
