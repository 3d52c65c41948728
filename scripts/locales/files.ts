/** The catalogs on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Messages } from './icu.js';

/** The repository's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const folder = join(root, 'locales');

/** Tags of all catalogs, sorted; English, the source, is among them. */
export function listLocales(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Reads one catalog. @throws Error when it is no flat object of strings */
export function readLocale(locale: string): Messages {
  const content: unknown = JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8'));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Error(`locales/${locale}.json is not an object, expected one flat object of messages`);
  }
  for (const [id, text] of Object.entries(content)) {
    if (typeof text !== 'string')
      throw new Error(`locales/${locale}.json: \`${id}\` is a ${typeof text}, expected a string`);
  }
  return content as Messages;
}
