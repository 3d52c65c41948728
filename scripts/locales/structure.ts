/** What of a message must be the same in every language. */
import { type MessageFormatElement, TYPE, walk } from './icu.js';

type Sets = Map<string, Set<string>>;

function add(sets: Sets, name: string, value: string): void {
  const set = sets.get(name) ?? new Set();
  sets.set(name, set.add(value));
}

/** By argument name. */
export type Structure = {
  /** How it is used: `argument`, `number`, `date`, `time`, `select`, `plural`. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Styles and skeletons of numbers, dates and times. */
  readonly formats: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pluralTypes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly offsets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly selectBranches: ReadonlyMap<string, ReadonlySet<string>>;
};

function formatOf(style: unknown): string {
  if (style === undefined || style === null) return '(default)';
  if (typeof style === 'string') return style;
  const { pattern, tokens } = style as {
    pattern?: string;
    tokens?: readonly { stem: string; options: readonly string[] }[];
  };
  return pattern ?? (tokens ?? []).map(({ stem, options }) => [stem, ...options].join('/')).join(' ');
}

const simpleKinds = { [TYPE.number]: 'number', [TYPE.date]: 'date', [TYPE.time]: 'time' } as const;

/** Reads the structure of a message. */
export function readStructure(elements: readonly MessageFormatElement[]): Structure {
  const kinds: Sets = new Map();
  const formats: Sets = new Map();
  const pluralTypes: Sets = new Map();
  const offsets: Sets = new Map();
  const selectBranches: Sets = new Map();
  const counted = new Set<string>();
  walk(elements, (element) => {
    if (element.type === TYPE.plural) counted.add(element.value);
  });
  walk(elements, (element) => {
    if (element.type === TYPE.argument) add(kinds, element.value, 'argument');
    if (element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time) {
      const format = formatOf(element.style);
      // Inside a plural `{count, number}` is `#` spelled out.
      if (element.type === TYPE.number && format === '(default)' && counted.has(element.value)) return;
      add(kinds, element.value, simpleKinds[element.type]);
      add(formats, element.value, format);
    }
    if (element.type === TYPE.select) {
      add(kinds, element.value, 'select');
      add(selectBranches, element.value, Object.keys(element.options).sort().join(' '));
    }
    if (element.type === TYPE.plural) {
      add(kinds, element.value, 'plural');
      add(pluralTypes, element.value, element.pluralType ?? 'cardinal');
      add(offsets, element.value, String(element.offset));
    }
  });
  return { kinds, formats, pluralTypes, offsets, selectBranches };
}

/** Says how one property of the arguments differs from the source, argument by argument. */
export function compareSets(
  source: ReadonlyMap<string, ReadonlySet<string>>,
  target: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const show = (set: ReadonlySet<string> | undefined) => (set === undefined ? 'nothing' : [...set].sort().join(', '));
  const names = [...new Set([...source.keys(), ...target.keys()])].sort();
  return names
    .filter((name) => show(source.get(name)) !== show(target.get(name)))
    .map((name) => `\`${name}\`: ${show(target.get(name))}, expected ${show(source.get(name))}`);
}
