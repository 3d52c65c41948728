/** A message taken apart into the sentences it can become. */
import { type MessageFormatElement, TYPE } from './icu.js';

export type Choice = {
  readonly argument: string;
  readonly type: 'select' | 'cardinal' | 'ordinal';
  readonly branch: string;
};

/** One sentence: the branches chosen on the way to it, and what it shows. */
export type Leaf = {
  readonly choices: readonly Choice[];
  /** Arguments that are shown, `#` counting as its argument; selectors alone do not. */
  readonly shown: ReadonlySet<string>;
  readonly tags: readonly string[];
  /** The text, with U+FFFC where an argument stands. */
  readonly text: string;
};

const empty: Leaf = { choices: [], shown: new Set(), tags: [], text: '' };

const join = (left: Leaf, right: Leaf): Leaf => ({
  choices: [...left.choices, ...right.choices],
  shown: new Set([...left.shown, ...right.shown]),
  tags: [...left.tags, ...right.tags],
  text: left.text + right.text,
});

function leavesOf(element: MessageFormatElement, counted: string | undefined): Leaf[] {
  if (element.type === TYPE.literal) return [{ ...empty, text: element.value }];
  if (element.type === TYPE.pound)
    return [{ ...empty, shown: new Set(counted === undefined ? [] : [counted]), text: '\ufffc' }];
  if (element.type === TYPE.tag) {
    return splitLeaves(element.children, counted).map((leaf) => ({ ...leaf, tags: [element.value, ...leaf.tags] }));
  }
  if (element.type === TYPE.select || element.type === TYPE.plural) {
    const isPlural = element.type === TYPE.plural;
    const type = !isPlural ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal';
    return Object.entries(element.options).flatMap(([branch, { value }]) =>
      splitLeaves(value, isPlural ? element.value : counted).map((leaf) => ({
        ...leaf,
        choices: [{ argument: element.value, type, branch } as const, ...leaf.choices],
      })),
    );
  }
  return [{ ...empty, shown: new Set([element.value]), text: '\ufffc' }];
}

/** Every sentence a message can become, one for each combination of branches. */
export function splitLeaves(elements: readonly MessageFormatElement[], counted?: string): Leaf[] {
  let leaves = [empty];
  for (const element of elements) {
    const next = leavesOf(element, counted);
    leaves = leaves.flatMap((left) => next.map((right) => join(left, right)));
  }
  return leaves;
}

/** The select branches on the way to a leaf, comparable between languages, unlike the plural ones. */
export function selectPath({ choices }: Leaf): string {
  return choices
    .filter(({ type }) => type === 'select')
    .map(({ argument, branch }) => `${argument}=${branch}`)
    .sort()
    .join(' ');
}
