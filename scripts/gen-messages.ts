/**
 * Writes everything that follows from `locales/*.json`: the types and argument kinds of the messages, one module a locale,
 * and a sheet a locale that shows each message rendered. Run by `npm run gen`; the output is committed.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLocales, readLocale, root } from './locales/files.js';
import { renderAllLocales, renderLocale, renderMessages } from './locales/generate.js';
import { parts } from './locales/parts.js';
import { renderSnapshot } from './locales/snapshot.js';

const generated = join(root, 'src', 'generated');
const modules = join(generated, 'locales');
const locales = listLocales();
const source = readLocale('en');

mkdirSync(modules, { recursive: true });
for (const name of readdirSync(modules)) {
  if (!locales.includes(name.replace(/(?:-reports)?\.ts$/, ''))) rmSync(join(modules, name));
}
writeFileSync(join(generated, 'messages.ts'), renderMessages(source));
writeFileSync(join(generated, 'all-locales.ts'), renderAllLocales(locales));
for (const locale of locales) {
  const messages = readLocale(locale);
  for (const part of parts) {
    writeFileSync(join(modules, `${locale}${part}.ts`), renderLocale(locale, messages, part));
  }
  writeFileSync(join(root, 'locales', `${locale}.snapshot.md`), renderSnapshot(locale, messages));
}
