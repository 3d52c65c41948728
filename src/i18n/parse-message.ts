/** The parser of ICU messages, 27 kB of it: for a tenant's own wording, and for whoever makes a catalog. */
import { type MessageFormatElement, parse, type Skeleton, TYPE } from '@formatjs/icu-messageformat-parser';
import { elementType, type MessageElement, type MessageParser, type ParsedMessage } from '../kernel/parsed-message.js';

type Choice = Extract<MessageFormatElement, { options: unknown }>;
type Style = string | Skeleton | null | undefined;

const toStyle = (style: Style): string | object | undefined =>
  typeof style === 'object' ? style?.parsedOptions : style;

const toBranches = (options: Choice['options']): Record<string, ParsedMessage> =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, toMessage(value)]));

function toElement(element: MessageFormatElement): MessageElement {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.pound:
      return [elementType.pound];
    case TYPE.argument:
    case TYPE.tag:
      return [element.type, element.value];
    case TYPE.number:
    case TYPE.date:
    case TYPE.time: {
      const style = toStyle(element.style);
      return style === undefined ? [element.type, element.value] : [element.type, element.value, style];
    }
    case TYPE.select:
      return [elementType.select, element.value, toBranches(element.options)];
    case TYPE.plural: {
      const { value, options, offset, pluralType } = element;
      if (pluralType === 'ordinal') return [elementType.plural, value, toBranches(options), offset, pluralType];
      const branches = toBranches(options);
      return offset === 0 ? [elementType.plural, value, branches] : [elementType.plural, value, branches, offset];
    }
  }
}

function toMessage(elements: readonly MessageFormatElement[]): ParsedMessage {
  const [first] = elements;
  if (first === undefined) return '';
  return elements.length === 1 && first.type === TYPE.literal ? first.value : elements.map(toElement);
}

/**
 * Parses an ICU message. The port for texts of a tenant's own: `{ messageParser: parseMessage, messages: { ... } }`.
 *
 * @throws SyntaxError when it is malformed
 * @example
 * ```ts
 * import { createFormatters } from 'channel-formatters/factory';
 * import { fr } from 'channel-formatters/locales/fr';
 * import { parseMessage } from 'channel-formatters/parse-message';
 * import { slack } from 'channel-formatters/slack';
 *
 * const messages = { fr: { 'alert.source': 'Origine' } };
 * const tenant = { tenantId: 'label_42', locale: 'fr', locales: [fr], messages, messageParser: parseMessage };
 * console.log(createFormatters(tenant, { slack }).slack.id);
 * ```
 */
export const parseMessage: MessageParser = (source, locale) =>
  // The locale decides what a skeleton's `j` means: hours from 1 to 12, or to 23.
  toMessage(parse(source, { locale: new Intl.Locale(locale) }));
