/** Checks of a tenant configuration that a schema cannot express: do the names in it exist? */
import { currencyCodes, isCurrency } from '../i18n/currency.js';
import { normalizeLocale } from '../i18n/locale.js';
import { isTimeZone } from '../i18n/zone.js';
import type { Issue } from '../kernel/errors.js';
import { unknownName } from '../kernel/suggest.js';
import { safeUrl } from '../sanitize/url.js';
import type { TenantConfig } from './config.js';

/** A well-formed tag can still name no language that ICU knows, such as `english`. */
function localeIssue(path: string, value: string, available: readonly string[]): Issue | undefined {
  const tag = normalizeLocale(value);
  if (tag !== undefined && Intl.NumberFormat.supportedLocalesOf(tag).length > 0) return undefined;
  return unknownName(path, 'locale', value, available);
}

/** Tells what is wrong with a locale, if anything. */
export function checkLocale(path: string, value: string, available: readonly string[]): Issue[] {
  const issue = localeIssue(path, value, available);
  return issue === undefined ? [] : [issue];
}

/** Tells what is wrong with a time zone, if anything. */
export function checkTimeZone(path: string, value: string): Issue[] {
  return isTimeZone(value) ? [] : [unknownName(path, 'time zone', value, Intl.supportedValuesOf('timeZone'))];
}

const listed = (path: string, kind: string, value: string | undefined, known: readonly string[]): Issue[] =>
  value === undefined || known.includes(value) ? [] : [unknownName(path, kind, value, known)];

/** Finds everything in a well-shaped configuration that names something which does not exist. */
export function checkConfig(config: TenantConfig, available: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  if (available.length === 0) {
    issues.push({ path: 'locales', message: 'no message catalog given', expected: 'at least one catalog' });
  }
  if (config.locale !== undefined) issues.push(...checkLocale('locale', config.locale, available));
  for (const [index, tag] of (config.fallbackLocales ?? []).entries()) {
    issues.push(...checkLocale(`fallbackLocales.${index}`, tag, available));
  }
  if (config.timeZone !== undefined) issues.push(...checkTimeZone('timeZone', config.timeZone));
  if (config.currency !== undefined && !isCurrency(config.currency)) {
    issues.push(unknownName('currency', 'currency', config.currency, currencyCodes));
  }
  issues.push(
    ...listed('numberingSystem', 'numbering system', config.numberingSystem, Intl.supportedValuesOf('numberingSystem')),
    ...listed('calendar', 'calendar', config.calendar, Intl.supportedValuesOf('calendar')),
  );
  if (config.brand?.logoUrl !== undefined && safeUrl(config.brand.logoUrl, { schemes: ['https'] }) === undefined) {
    issues.push({
      path: 'brand.logoUrl',
      message: 'expected an absolute https URL',
      expected: 'an absolute https URL',
    });
  }
  return issues;
}
