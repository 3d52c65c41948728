import { allCatalogs } from '../../src/generated/all-locales.js';
import type { MessageId } from '../../src/generated/messages.js';
import { createLocalizer, type Localizer, type LocalizerConfig } from '../../src/i18n/localizer.js';
import { parseMessage } from '../../src/i18n/parse-message.js';

/** A tenant's wording as it writes it: ICU messages by locale and id. */
type Messages = Readonly<Record<string, Readonly<Partial<Record<MessageId, string>>>>>;

const parseAll = (locale: string, texts: Messages[string]) =>
  Object.fromEntries(Object.entries(texts).map(([id, source]) => [id, parseMessage(source, locale)]));

export function makeLocalizer({
  messages = {},
  ...config
}: Partial<LocalizerConfig> & { messages?: Messages } = {}): Localizer {
  return createLocalizer({
    locale: 'en',
    fallbackLocales: [],
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
    catalogs: allCatalogs,
    overrides: Object.entries(messages).map(([locale, texts]) => ({
      locale,
      messages: parseAll(locale.replace('_', '-'), texts),
    })),
    ...config,
  });
}
