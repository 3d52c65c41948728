/** Checks every catalog against English. Run by `npm run check:locales`; exit code 1 when there are findings. */
import { checkCatalog, checkSource } from './locales/check.js';
import { listLocales, readLocale } from './locales/files.js';
import { checkUsed, readSources } from './locales/used.js';

const source = readLocale('en');
let count = 0;
for (const locale of listLocales()) {
  const findings =
    locale === 'en'
      ? [...checkSource(source), ...checkUsed(source, readSources())]
      : checkCatalog(source, readLocale(locale), locale);
  count += findings.length;
  for (const { id, rule, message } of findings) console.error(`locales/${locale}.json ${id}: ${message} [${rule}]`);
}
const locales = listLocales();
if (count > 0) {
  console.error(`${count} findings in ${locales.length} catalogs`);
  process.exitCode = 1;
} else {
  console.log(`${locales.length} catalogs of ${Object.keys(source).length} messages are complete`);
}
