/** ICU messages as trees: what catalogs hold, so that no parser runs or ships where they are printed. */

/** Kinds of elements, numbered as formatjs does. */
export const elementType = {
  argument: 1,
  number: 2,
  date: 3,
  time: 4,
  select: 5,
  plural: 6,
  /** `#`: the number that the plural around it counts. */
  pound: 7,
  tag: 8,
} as const;

type Type = typeof elementType;

/** The texts to choose from, by plural category, exact number (`=1`) or value; `other` is among them. */
export type MessageBranches = Readonly<Record<string, ParsedMessage>>;

/** What follows the type in each element: the name of the argument, then what the kind needs. */
export type MessageElement =
  /** Text that stands as it is. */
  | string
  | readonly [type: Type['pound']]
  /** A tag is kept to be named in errors: messages are plain text. */
  | readonly [type: Type['argument'] | Type['tag'], name: string]
  /** A style is a name (`short`) or the options of a skeleton. */
  | readonly [type: Type['number'] | Type['date'] | Type['time'], name: string, style?: string | object]
  | readonly [type: Type['select'], name: string, branches: MessageBranches]
  | readonly [type: Type['plural'], name: string, branches: MessageBranches, offset?: number, kind?: 'ordinal'];

/** A parsed ICU message: its text when it is nothing else, otherwise its elements in order. */
export type ParsedMessage = string | readonly MessageElement[];

/** Parses an ICU message in the language of a locale. @throws SyntaxError when it is malformed */
export type MessageParser = (source: string, locale: string) => ParsedMessage;
