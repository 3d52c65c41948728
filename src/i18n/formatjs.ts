/**
 * The only file that names `@formatjs/intl`. The builds vendor it without its parser, which shipped catalogs do not need.
 *
 * `intl.formatMessage` is not used: it serialises message and formats into a cache key on each call, 15 to 90 microseconds.
 * The formatter object it would look up is taken once instead, and kept by the caller.
 */
import { createFormatters } from '@formatjs/intl';
import {
  elementType,
  type MessageBranches,
  type MessageElement,
  type ParsedMessage,
} from '../kernel/parsed-message.js';

/** Where a message gets its `Intl` objects from. Called on each format, so the look-up must be by identity. */
export type MessageIntl = {
  getNumberFormat(locales?: string | string[], options?: object): Intl.NumberFormat;
  getDateTimeFormat(locales?: string | string[] | unknown, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  getPluralRules(locales?: string | string[] | unknown, options?: Intl.PluralRulesOptions): Intl.PluralRules;
};

type GetMessageFormat = ReturnType<typeof createFormatters>['getMessageFormat'];
/** Elements as formatjs has them. */
type Elements = Exclude<Parameters<GetMessageFormat>[0], string>;

const literalType = 0;
/** What tells the options of a skeleton from a style's name. */
const numberSkeleton = 0;
const dateTimeSkeleton = 1;

const expandStyle = (style: string | object | undefined, type: number): unknown =>
  typeof style === 'object' ? { type, parsedOptions: style } : style;

const expandBranches = (branches: MessageBranches): object =>
  Object.fromEntries(Object.entries(branches).map(([name, branch]) => [name, { value: expand(branch) }]));

function expandElement(element: MessageElement): object {
  if (typeof element === 'string') return { type: literalType, value: element };
  const [type, value] = element;
  switch (type) {
    case elementType.number:
      return { type, value, style: expandStyle(element[2], numberSkeleton) };
    case elementType.date:
    case elementType.time:
      return { type, value, style: expandStyle(element[2], dateTimeSkeleton) };
    case elementType.select:
      return { type, value, options: expandBranches(element[2]) };
    case elementType.plural: {
      const [, , branches, offset = 0, pluralType = 'cardinal'] = element;
      return { type, value, options: expandBranches(branches), offset, pluralType };
    }
    default:
      return { type, value };
  }
}

function expand(message: ParsedMessage): object[] {
  return typeof message === 'string' ? [expandElement(message)] : message.map(expandElement);
}

/** Creates the function that prints a message with its arguments, made once and called many times. */
export function createPrinter(
  message: ParsedMessage,
  locale: string,
  intl: MessageIntl,
): (values: Readonly<Record<string, string | number>>) => string {
  // A fresh set of formatters for each message: its memo would keep the message and a serialised key for ever.
  const { getMessageFormat } = createFormatters();
  const format = getMessageFormat(expand(message) as Elements, locale, undefined, { formatters: intl });
  return (values) => {
    const text: unknown = format.format(values);
    return typeof text === 'string' ? text : String(text);
  };
}
