/** A sheet for human readers: every message rendered, once for each plural category of its language. */
import type { LocaleCatalog } from '../../src/generated/messages.js';
import { createLocalizer } from '../../src/i18n/localizer.js';
import { parseMessages, readArguments } from './generate.js';
import { type Messages, parseIcu, TYPE, walk } from './icu.js';

const samples: Readonly<Record<string, string>> = {
  severity: 'severity.critical',
  title: 'High error rate',
  summary: 'High error rate',
  source: 'checkout-api',
  time: '2:30 PM',
  value: '97.5%',
};

/** The smallest whole number of each category, or the smallest half where no whole number has it. */
export function sampleCounts(locale: string): number[] {
  const rules = new Intl.PluralRules(locale);
  const found = new Map<string, number>();
  const candidates = [...Array.from({ length: 201 }, (_, index) => index), 1_000_000, 0.5, 1.5];
  for (const count of candidates) {
    const category = rules.select(count);
    if (!found.has(category)) found.set(category, count);
  }
  return [...found.values()];
}

function hasPlural(text: string): boolean {
  const parsed = parseIcu(text);
  let found = false;
  if ('elements' in parsed) {
    walk(parsed.elements, (element) => {
      if (element.type === TYPE.plural) found = true;
    });
  }
  return found;
}

/** Renders the sheet of one locale. */
export function renderSnapshot(locale: string, messages: Messages): string {
  const catalog = { locale, messages: parseMessages(locale, messages) } as LocaleCatalog;
  const localizer = createLocalizer({
    locale,
    fallbackLocales: [],
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
    catalogs: [catalog],
  });
  const translate = localizer.t as (id: string, values?: Record<string, string | number>) => string;
  const sample = (name: string): string => {
    const text = samples[name] ?? name;
    return messages[text] ?? text;
  };
  const lines = Object.keys(messages)
    .sort()
    .flatMap((id) => {
      const text = messages[id] ?? '';
      const names = readArguments(id, text);
      const counts = hasPlural(text) ? sampleCounts(locale) : [3];
      return counts.map((count) => {
        const values = Object.fromEntries(
          names.map(([name, kind]) => [name, kind === 'string' ? sample(name) : count]),
        );
        const label = counts.length > 1 || hasPlural(text) ? ` (${count})` : '';
        return `- \`${id}\`${label}: ${translate(id, values)}`;
      });
    });
  return `# Messages in ${locale}\n\nWritten by \`npm run gen\`, for reading.\n\n${lines.join('\n')}\n`;
}
