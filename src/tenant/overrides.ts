/** A tenant's own wording: ICU messages by locale and id, parsed once. */

import { normalizeLocale } from '../i18n/locale.js';
import type { MessageOverrides } from '../i18n/localizer.js';
import { checkMessage } from '../i18n/message.js';
import { referenceMessages } from '../i18n/translate.js';
import type { Issue } from '../kernel/errors.js';
import type { ParsedMessage } from '../kernel/parsed-message.js';
import { unknownName } from '../kernel/suggest.js';
import { checkLocale } from './check-config.js';
import type { TenantConfig } from './config.js';

const withoutParser: Issue = {
  path: 'messages',
  message:
    "no parser given, add `messageParser: parseMessage` (import { parseMessage } from 'channel-formatters/parse-message')",
  expected: 'a `messageParser` beside',
};

/** Parses the messages of a configuration. What cannot be used is reported and left out. */
export function readOverrides(
  { messages = {}, locales = [], messageParser }: TenantConfig,
  available: readonly string[],
): { overrides: MessageOverrides[]; issues: Issue[] } {
  const languages = Object.entries(messages);
  if (languages.length === 0) return { overrides: [], issues: [] };
  if (messageParser === undefined) return { overrides: [], issues: [withoutParser] };
  const references = new Map(Object.entries(referenceMessages(locales)));
  const overrides: MessageOverrides[] = [];
  const issues: Issue[] = [];
  for (const [name, texts] of languages) {
    issues.push(...checkLocale(`messages.${name}`, name, available));
    const locale = normalizeLocale(name) ?? 'en';
    const parsed: Record<string, ParsedMessage> = {};
    for (const [id, source] of Object.entries(texts)) {
      const path = `messages.${name}.${id}`;
      const reference = references.get(id);
      if (reference === undefined) {
        issues.push(unknownName(path, 'message', id, [...references.keys()]));
        continue;
      }
      const checked = checkMessage(source, reference, locale, messageParser);
      if ('message' in checked) parsed[id] = checked.message;
      else issues.push({ path, message: checked.problem, expected: 'an ICU message with the same arguments' });
    }
    overrides.push({ locale, messages: parsed });
  }
  return { overrides, issues };
}
