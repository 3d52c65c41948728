/** The messages of the golden files, as text that goes over a wire: what dictionaries are made of and measured on. */
import { createFormatter } from '../contract/formatter-of.js';
import { cases, locales, tenants } from './cases.js';

export type CorpusMessage = {
  /** The formatter that made it. */
  readonly formatter: string;
  readonly name: string;
  /** What it tells: languages, follow-ups and policies of one input are of one group. */
  readonly group: string;
  readonly locale: string;
  readonly text: string;
};

/** The formatters with golden files. */
export const corpusFormatters = ['slack', 'teams', 'pagerduty', 'email', 'sms', 'html', 'markdown', 'text'] as const;

/** Formats every case for every language; follow-ups are messages of their own. */
export const goldenMessages = (formatter: string): CorpusMessage[] =>
  locales.flatMap((locale) => {
    const { format } = bound(formatter, locale);
    return cases.flatMap(({ name, input, options }) => {
      const { payload, followUps } = format(input(locale), options);
      return [payload, ...followUps].map((each) => ({
        formatter,
        name,
        group: name.replace(/-(?:split|truncate)$/, ''),
        locale,
        text: JSON.stringify(each) }));
    });
  });

function bound(formatter: string, locale: (typeof locales)[number]) {
  const created = createFormatter(formatter, tenants[locale]);
  return { format: (input: unknown, options: unknown) => created.format(input as never, options as never) };
}
