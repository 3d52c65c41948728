/** One message, prepared once and printed many times. */
import type { Direction } from '../document/nodes.js';
import type { ArgumentKind } from '../generated/messages.js';
import { maxEpochMs } from '../kernel/instant.js';
import { elementType, type MessageParser, type ParsedMessage } from '../kernel/parsed-message.js';
import { isolate } from './bidi.js';
import { createPrinter, type MessageIntl } from './formatjs.js';

export type MessageValues = Readonly<Record<string, unknown>>;

/** A message ready to print: its text when it has no arguments, else a function that checks and inserts them. */
export type CompiledMessage = string | ((values: MessageValues | undefined) => string);

/** Arguments by name, sorted. */
type Kinds = ReadonlyMap<string, ArgumentKind>;

const kindByType: Readonly<Record<number, ArgumentKind>> = {
  [elementType.argument]: 'string',
  [elementType.select]: 'string',
  [elementType.number]: 'number',
  [elementType.plural]: 'number',
  [elementType.date]: 'date',
  [elementType.time]: 'date',
};

function collectArguments(message: ParsedMessage, found: Map<string, ArgumentKind>): void {
  if (typeof message === 'string') return;
  for (const element of message) {
    if (typeof element === 'string' || element[0] === elementType.pound) continue;
    const kind = kindByType[element[0]];
    if (kind !== undefined) found.set(element[1], kind);
    if (element[0] !== elementType.select && element[0] !== elementType.plural) continue;
    for (const branch of Object.values(element[2])) collectArguments(branch, found);
  }
}

/** Finds the arguments that only choose a branch. */
function collectChoices(message: ParsedMessage, found: Set<string>): void {
  if (typeof message === 'string') return;
  for (const element of message) {
    if (typeof element === 'string' || element[0] === elementType.pound) continue;
    const [type, name] = element;
    if (type === elementType.select) found.add(name);
    if (type !== elementType.select && type !== elementType.plural) continue;
    for (const branch of Object.values(element[2])) collectChoices(branch, found);
  }
}

/** Reads off a message which arguments it takes. Shipped ones take the same in every language. */
function argumentsOf(message: ParsedMessage): Kinds {
  const found = new Map<string, ArgumentKind>();
  collectArguments(message, found);
  return new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function findIssue(message: ParsedMessage, kinds: Kinds): string | undefined {
  if (typeof message === 'string') return undefined;
  for (const element of message) {
    if (typeof element === 'string' || element[0] === elementType.pound) continue;
    const [type, name] = element;
    if (type === elementType.tag) return `the tag \`${name}\` is not supported`;
    const kind = kinds.get(name);
    if (kind === undefined) {
      const known = [...kinds.keys()].map((other) => `\`${other}\``).join(', ') || 'none';
      return `the argument \`${name}\` does not exist (there is: ${known})`;
    }
    if (kindByType[type] !== kind) return `the argument \`${name}\` is a ${kind}, write it as one`;
    if (type !== elementType.select && type !== elementType.plural) continue;
    for (const branch of Object.values(element[2])) {
      const issue = findIssue(branch, kinds);
      if (issue !== undefined) return issue;
    }
  }
  return undefined;
}

/** A message that can be used, or what is wrong with it. */
export type CheckedMessage = { readonly message: ParsedMessage } | { readonly problem: string };

/**
 * Parses an ICU message that shall take the place of `reference`. What is wrong with it is said in words for whoever wrote
 * it: a syntax error, an argument that does not exist or is used as another kind, a tag.
 */
export function checkMessage(
  source: string,
  reference: ParsedMessage,
  locale: string,
  parse: MessageParser,
): CheckedMessage {
  try {
    const message = parse(source, locale);
    const problem = findIssue(message, argumentsOf(reference));
    return problem === undefined ? { message } : { problem };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown';
    return { problem: `it is not a valid ICU message (${reason})` };
  }
}

const isValid: Readonly<Record<ArgumentKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  date: (value) => typeof value === 'number' && Math.abs(value) <= maxEpochMs,
};

const expected: Readonly<Record<ArgumentKind, string>> = {
  string: 'string',
  number: 'finite number',
  date: 'number of epoch milliseconds',
};

const noValues: MessageValues = {};

function rejectArgument(id: string, name: string, kind: ArgumentKind, value: unknown): never {
  const given =
    value === undefined ? 'nothing was given' : `\`${typeof value === 'number' ? value : typeof value}\` was given`;
  throw new TypeError(`Cannot print the message \`${id}\`: ${given} for \`${name}\`, expected a ${expected[kind]}`);
}

function checkValues(
  id: string,
  kinds: readonly (readonly [string, ArgumentKind])[],
  values: MessageValues = noValues,
): MessageValues {
  for (const [name, kind] of kinds) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!isValid[kind](value)) rejectArgument(id, name, kind, value);
  }
  return values;
}

export type MessageContext = {
  readonly id: string;
  /** The language of the message, not of the reader: plural rules and direction are its own. */
  readonly locale: string;
  readonly dir: Direction;
  readonly intl: MessageIntl;
  /** The message that says which arguments there are. */
  readonly reference: ParsedMessage;
};

/** Prepares a message for many calls. Undefined when {@link checkMessage} would object to it. */
export function compileMessage(message: ParsedMessage, context: MessageContext): CompiledMessage | undefined {
  const { id, dir, locale, intl } = context;
  const kinds = argumentsOf(context.reference);
  if (findIssue(message, kinds) !== undefined) return undefined;
  const entries = [...kinds];
  const elements = typeof message === 'string' ? [message] : message;
  if (entries.length === 0) return elements.filter((element) => typeof element === 'string').join('');
  const isPlain = elements.every((element) => typeof element === 'string' || element[0] === elementType.argument);
  if (isPlain) {
    const pieces = elements.map((element) =>
      typeof element === 'string'
        ? { isArgument: false, value: element }
        : { isArgument: true, value: element[1] ?? '' },
    );
    const [only] = entries;
    const at = pieces.findIndex(({ isArgument }) => isArgument);
    if (entries.length === 1 && only !== undefined && pieces.filter(({ isArgument }) => isArgument).length === 1) {
      const [name, kind] = only;
      const before = elements.slice(0, at).join('');
      const after = elements.slice(at + 1).join('');
      return (given) => {
        const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
        if (typeof value !== 'string') return rejectArgument(id, name, kind, value);
        return before + isolate(value, dir) + after;
      };
    }
    return (given) => {
      const values = checkValues(id, entries, given);
      let text = '';
      for (const { isArgument, value } of pieces) text += isArgument ? isolate(values[value] as string, dir) : value;
      return text;
    };
  }
  const print = createPrinter(message, locale, intl);
  const choices = new Set<string>();
  collectChoices(message, choices);
  return (given) => {
    const values = checkValues(id, entries, given);
    // Without a prototype: `{constructor}` in a tenant's message must not resolve to an inherited function.
    const inserted: Record<string, string | number> = Object.create(null);
    for (const [name] of entries) {
      const value = values[name] as string | number;
      // A word that chooses a branch is never shown, and isolated it would choose none.
      inserted[name] = typeof value === 'string' && !choices.has(name) ? isolate(value, dir) : value;
    }
    return print(inserted);
  };
}
