/**
 * Reads the attributes of points as label sets: names in written form, sorted, with the constants of the batch, and a hash
 * that tells most sets apart. Points of one metric mostly have the same names in the same order: what follows from the names
 * is worked out once for each order.
 */
import type { Attributes } from './model.js';

/** One order of attribute names, and what follows from it. */
export type Layout<Form> = {
  readonly keys: readonly string[];
  /** Written names, sorted. */
  readonly names: readonly string[];
  /** Where in `keys` the value of each of `names` is. */
  readonly order: readonly number[];
  /** The same for all layouts with the same names. */
  readonly id: number;
  /** What the format makes of the names. */
  readonly form: Form;
};

/** A label that all series have, unless a point has one of the same name. */
export type Constant = { readonly name: string; readonly value: string };

export type SeriesOptions<Form> = {
  readonly nameOf: (raw: string) => string;
  /** In written form. */
  readonly constants: readonly Constant[];
  /** Marks the ASCII characters that the format has to escape in values. */
  readonly marks: Uint8Array;
  readonly createForm: (names: readonly string[], constants: readonly Constant[]) => Form;
  /** Called once for each attribute name that is empty somewhere: an empty label is no label. */
  readonly onEmpty: (key: string) => void;
  /** Called once for each constant that points replace. */
  readonly onReplaced: (name: string) => void;
};

/** What was read last. One object for all points: it changes with each reading. */
export type Reading<Form> = {
  layout: Layout<Form>;
  /** Values in the order of the layout's names, well formed. */
  readonly values: string[];
  hash: number;
  /** Whether no value has a character to escape. */
  isPlain: boolean;
  /** Whether a value had half of a surrogate pair, which became U+FFFD. */
  wasIllFormed: boolean;
};

export type SeriesReader<Form> = {
  readonly reading: Reading<Form>;
  readonly read: (attributes: Attributes | undefined) => Reading<Form>;
};

type Node<Form> = { readonly next: Map<string, Node<Form>>; layout: Layout<Form> | undefined };

const noAttributes: Attributes = {};

/** Marks characters for {@link SeriesOptions}. */
export function markChars(chars: string): Uint8Array {
  const marks = new Uint8Array(128);
  for (const char of chars) marks[char.charCodeAt(0)] = 1;
  return marks;
}

function withoutEmpty(attributes: Attributes, onEmpty: (key: string) => void): Attributes {
  const kept: [string, string][] = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (value === '') onEmpty(key);
    else kept.push([key, value]);
  }
  return Object.fromEntries(kept);
}

export function createSeriesReader<Form>(options: SeriesOptions<Form>): SeriesReader<Form> {
  const { marks, nameOf, constants, createForm, onReplaced } = options;
  const root: Node<Form> = { next: new Map(), layout: undefined };
  const ids = new Map<string, number>();
  const empties = new Set<string>();
  const replaced = new Set<string>();
  // The multiplier and the start are nobody's guess, so that values cannot be chosen to make all hashes one. What is
  // written does not depend on them: equal hashes are followed by a comparison of the values.
  const factor = (Math.floor(Math.random() * 2 ** 32) | 1) >>> 0;
  const start = Math.floor(Math.random() * 2 ** 32);

  const onEmpty = (key: string): void => {
    if (empties.has(key)) return;
    empties.add(key);
    options.onEmpty(key);
  };

  const createLayout = (keys: readonly string[]): Layout<Form> => {
    const sorted = keys.map((key, at) => ({ name: nameOf(key), at })).sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = sorted.map(({ name }) => name);
    const kept = constants.filter(({ name }) => !names.includes(name));
    for (const { name } of constants) {
      if (kept.length === constants.length) break;
      if (!names.includes(name) || replaced.has(name)) continue;
      replaced.add(name);
      onReplaced(name);
    }
    const key = JSON.stringify(names);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return { keys, names, order: sorted.map(({ at }) => at), id, form: createForm(names, kept) };
  };

  const findLayout = (keys: readonly string[]): Layout<Form> => {
    let node = root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), layout: undefined };
        node.next.set(key, next);
      }
      node = next;
    }
    node.layout ??= createLayout(keys);
    return node.layout;
  };

  /** Values in the order of the attributes. */
  const raw: string[] = [];

  /** Reads the values of attributes with the names of a layout, in its order; inherited members do not pass. */
  const readAs = ({ keys }: Layout<Form>, attributes: Attributes): boolean => {
    let count = 0;
    for (const key in attributes) {
      if (key !== keys[count]) return false;
      raw[count++] = attributes[key] as string;
    }
    return count === keys.length;
  };

  const values: string[] = [];
  const reading: Reading<Form> = {
    layout: findLayout([]),
    values,
    hash: 0,
    isPlain: true,
    wasIllFormed: false,
  };

  const read = (attributes: Attributes = noAttributes): Reading<Form> => {
    let { layout } = reading;
    if (!readAs(layout, attributes)) {
      const keys = Object.keys(attributes);
      layout = findLayout(keys);
      for (const [index, key] of keys.entries()) raw[index] = attributes[key] as string;
    }
    const { order } = layout;
    let hash = start ^ layout.id;
    let isPlain = true;
    let wasIllFormed = false;
    for (let index = 0; index < order.length; index++) {
      let value = raw[order[index] as number] as string;
      const { length } = value;
      if (length === 0) return read(withoutEmpty(attributes, onEmpty));
      // The length stands between the values, so that a character cannot move from one to the next unnoticed.
      let flags = 0;
      hash = Math.imul(hash ^ length, factor);
      for (let at = 0; at < length; at++) {
        const code = value.charCodeAt(at);
        hash = Math.imul(hash ^ code, factor);
        flags |= code < 128 ? (marks[code] as number) : 2;
      }
      if ((flags & 1) !== 0) isPlain = false;
      if (flags > 1 && !value.isWellFormed()) {
        isPlain = false;
        wasIllFormed = true;
        value = value.toWellFormed();
      }
      values[index] = value;
    }
    if (values.length !== order.length) values.length = order.length;
    reading.layout = layout;
    reading.hash = wasIllFormed ? hashOf(values, layout.id) : hash >>> 0;
    reading.isPlain = isPlain;
    reading.wasIllFormed = wasIllFormed;
    return reading;
  };

  const hashOf = (all: readonly string[], id: number): number => {
    let hash = start ^ id;
    for (const value of all) {
      hash = Math.imul(hash ^ value.length, factor);
      for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), factor);
    }
    return hash >>> 0;
  };

  return { reading, read };
}
