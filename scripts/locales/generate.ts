/** Source text of the generated modules, formatted as the repository's formatter would. */
import { parseMessage } from '../../src/i18n/parse-message.js';
import type { ParsedMessage } from '../../src/kernel/parsed-message.js';
import { type Messages, parseIcu, TYPE, walk } from './icu.js';
import { key, lineWidth, quote, renderProperty } from './literal.js';
import { partOf, parts } from './parts.js';

const header = '// Written by scripts/gen-messages.ts from locales/*.json. Do not edit: run `npm run gen`.\n';

/** `string`: any text, isolated when inserted. `number`: a finite number. `date`: an instant in epoch milliseconds. */
export type ArgumentKind = 'string' | 'number' | 'date';

const kinds: Readonly<Partial<Record<TYPE, ArgumentKind>>> = {
  [TYPE.argument]: 'string',
  [TYPE.select]: 'string',
  [TYPE.number]: 'number',
  [TYPE.plural]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'date',
};

/** Names and kinds of a message's arguments, sorted by name. @throws Error for what the run time does not support */
export function readArguments(id: string, text: string): [string, ArgumentKind][] {
  const parsed = parseIcu(text);
  if ('problem' in parsed) throw new Error(`\`${id}\` cannot be parsed: ${parsed.problem}`);
  const found = new Map<string, ArgumentKind>();
  walk(parsed.elements, (element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    const kind = kinds[element.type];
    if (kind === undefined) throw new Error(`\`${id}\` uses the tag \`${element.value}\`, messages are plain text`);
    const known = found.get(element.value);
    if (known !== undefined && known !== kind)
      throw new Error(`\`${id}\` uses \`${element.value}\` as ${known} and ${kind}`);
    found.set(element.value, kind);
  });
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** `fr` is a fine name for a constant, `pt-BR` becomes `ptBR`, `fr-reports` becomes `frReports`. */
function constantName(module: string): string {
  return module.replace('-reports', 'Reports').replaceAll('-', '');
}

function block(name: string, fields: readonly string[], separator: string): string {
  const line = `  ${key(name)}: { ${fields.join(`${separator} `)} }${separator}\n`;
  if (line.length <= lineWidth) return line;
  return `  ${key(name)}: {\n${fields.map((field) => `    ${field}${separator}\n`).join('')}  }${separator}\n`;
}

/** The module that types messages and says at run time what arguments they take. */
export function renderMessages(source: Messages): string {
  const ids = Object.keys(source).sort();
  const withArguments = ids
    .map((id) => [id, readArguments(id, source[id] ?? '')] as const)
    .filter(([, names]) => names.length > 0);
  const types = withArguments.map(([id, names]) =>
    block(
      id,
      names.map(([name, kind]) => `readonly ${key(name)}: ${kind === 'date' ? 'number' : kind}`),
      ';',
    ),
  );
  const table = withArguments.map(([id, names]) =>
    block(
      id,
      names.map(([name, kind]) => `${key(name)}: '${kind}'`),
      ',',
    ),
  );
  return `${header}import type { ParsedMessage } from '../kernel/parsed-message.js';

/** Every message there is. */
export type MessageId =
${ids.map((id) => `  | ${quote(id)}`).join('\n')};

/** Messages of one language: those of channels, or those of reports. Parsed, see \`parseMessage\`: a text is printed as it stands. */
export type LocaleCatalog = {
  /** BCP 47. */
  readonly locale: string;
  readonly messages: Readonly<Partial<Record<MessageId, ParsedMessage>>>;
};

type ArgumentsById = {
${types.join('')}};

/** What follows the id of a message: its arguments, if it has any. */
export type MessageArguments<Id extends MessageId> = Id extends keyof ArgumentsById ? [values: ArgumentsById[Id]] : [];

/** A date is an instant in epoch milliseconds. */
export type ArgumentKind = 'string' | 'number' | 'date';

/** Arguments by message; a message without any is absent. */
export const argumentKinds: { readonly [Id in keyof ArgumentsById]: Readonly<Record<string, ArgumentKind>> } = {
${table.join('')}};
`;
}

/** Parses all messages of a locale, sorted by id. @throws Error that names the message which cannot be parsed */
export function parseMessages(locale: string, messages: Messages): Record<string, ParsedMessage> {
  const parsed: Record<string, ParsedMessage> = {};
  for (const id of Object.keys(messages).sort()) {
    try {
      parsed[id] = parseMessage(messages[id] ?? '', locale);
    } catch (cause) {
      throw new Error(`\`${id}\` in \`${locale}\` cannot be parsed`, { cause });
    }
  }
  return parsed;
}

/** The module of one part of a locale. */
export function renderLocale(locale: string, all: Messages, part: (typeof parts)[number]): string {
  const messages = partOf(all, part);
  const what = part === '' ? 'Messages' : 'Messages of reports';
  const lines = Object.entries(parseMessages(locale, messages)).map(([id, message]) => renderProperty(id, message, 4));
  return `${header}import type { LocaleCatalog } from '../messages.js';

/** ${what} in \`${locale}\`. */
export const ${constantName(locale + part)}: LocaleCatalog = {
  locale: '${locale}',
  messages: {
${lines.join('')}  },
};
`;
}

/** The module that lists all locales, for whoever does not mind the size. */
export function renderAllLocales(tags: readonly string[]): string {
  const locales = tags.flatMap((tag) => parts.map((part) => tag + part));
  const imports = locales.map((locale) => `import { ${constantName(locale)} } from './locales/${locale}.js';\n`);
  const names = locales.map(constantName);
  const line = `export const allCatalogs: readonly LocaleCatalog[] = [${names.join(', ')}];`;
  const list =
    line.length <= lineWidth
      ? line
      : `export const allCatalogs: readonly LocaleCatalog[] = [\n${names.map((name) => `  ${name},\n`).join('')}];`;
  return `${header}${imports.join('')}import type { LocaleCatalog } from './messages.js';

/** Every catalog. */
${list}
`;
}
