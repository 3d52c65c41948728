/** A checked, deep-frozen tenant and the caches that belong to it. */
import { normalizeLocale, resolveCatalog } from '../i18n/locale.js';
import { createLocalizer, type Localizer, type MessageOverrides } from '../i18n/localizer.js';
import { ConfigInvalidError, type Issue, OptionsInvalidError } from '../kernel/errors.js';
import type { Schema } from '../kernel/formatter.js';
import { shortDigest } from '../kernel/hash.js';
import type { Hooks } from '../kernel/hooks.js';
import { toIssues } from '../kernel/issues.js';
import { closest } from '../kernel/suggest.js';
import { checkConfig, checkLocale, checkTimeZone } from './check-config.js';
import { listConfigKeys, type TenantConfig, tenantConfigSchema } from './config.js';
import { readOverrides } from './overrides.js';

/** Languages for other locales and zones than the tenant's own; each holds compiled messages and Intl objects. */
const maxLanguages = 32;

const brandKey = Symbol.for('channel-formatters.tenant');

/** Freezes plain data; functions are kept as they are. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

function withSuggestions(issue: Issue): Issue {
  if (issue.message !== 'unknown member') return issue;
  const near = issue.path.includes('.') ? undefined : closest(issue.path, listConfigKeys());
  return near === undefined
    ? issue
    : { ...issue, message: `unknown member, did you mean \`${near}\`?`, expected: near };
}

type Checked = { readonly config: TenantConfig; readonly overrides: readonly MessageOverrides[] };

function checked(config: TenantConfig): Checked {
  if (typeof config !== 'object' || config === null) {
    throw new TypeError('Cannot create a tenant context, expected a tenant configuration object');
  }
  const parsed = tenantConfigSchema.safeParse(config);
  if (!parsed.success) throw new ConfigInvalidError(toIssues(parsed.error.issues).map(withSuggestions));
  const available = (config.locales ?? []).map((catalog) => catalog.locale);
  const { overrides, issues: wrongMessages } = readOverrides(config, available);
  const issues = [...checkConfig(config, available), ...wrongMessages];
  if (issues.length > 0) throw new ConfigInvalidError(issues);
  // The schema's output is a copy, so that freezing it never touches the caller's object. Catalogs are the caller's own.
  const { locales: _, ...settings } = parsed.data as unknown as TenantConfig;
  const locales = config.locales && Object.freeze([...config.locales]);
  return { config: Object.freeze({ ...deepFreeze(settings), ...(locales && { locales }) }), overrides };
}

/** The services of one locale and zone, and whether its messages come from another language than asked for. */
export type Language = { readonly localizer: Localizer; readonly fallsBack: boolean };

/** One tenant: its settings, its language services, its caches. Share it between formatters. */
export class TenantContext {
  readonly config: Readonly<TenantConfig>;
  /** A pseudonym of the tenant, for observers: 16 hex digits of a SHA-256 over its id. */
  readonly tenantHash: string;
  readonly #overrides: readonly MessageOverrides[];
  readonly #own: Language;
  readonly #languages = new Map<string, Language>();
  readonly #validators = new WeakMap<object, unknown>();

  constructor(config: TenantConfig) {
    const { config: frozen, overrides } = checked(config);
    this.config = frozen;
    this.#overrides = overrides;
    this.tenantHash = shortDigest(16, this.config.tenantId);
    this.#own = this.#createLanguage(this.config.locale ?? 'en', this.config.timeZone ?? 'UTC');
    Object.defineProperty(this, brandKey, { value: true });
    Object.freeze(this);
  }

  get hooks(): Hooks | undefined {
    return this.config.hooks;
  }

  /** The language services for a call: the tenant's own, or those the options ask for. @throws OptionsInvalidError */
  language(locale?: string, timeZone?: string): Language {
    if (locale === undefined && timeZone === undefined) return this.#own;
    const wanted = locale ?? this.config.locale ?? 'en';
    const zone = timeZone ?? this.config.timeZone ?? 'UTC';
    const key = `${wanted}\n${zone}`;
    const known = this.#languages.get(key);
    this.hooks?.cache?.({ cache: 'localizer', tenant: this.tenantHash, hit: known !== undefined });
    if (known !== undefined) return known;
    const issues = [...checkLocale('locale', wanted, this.#available()), ...checkTimeZone('timeZone', zone)];
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const created = this.#createLanguage(wanted, zone);
    const oldest = this.#languages.keys().next();
    if (this.#languages.size >= maxLanguages && !oldest.done) this.#languages.delete(oldest.value);
    this.#languages.set(key, created);
    return created;
  }

  /** The fastest validator at hand for a schema, which is built on first use. */
  validator<Output>(build: () => Schema<Output>): Schema<Output> {
    const known = this.#validators.get(build);
    if (known !== undefined) return known as Schema<Output>;
    const { compileSchema } = this.config;
    const schema = compileSchema === undefined ? build() : compileSchema(build());
    this.#validators.set(build, schema);
    return schema;
  }

  #available(): string[] {
    return (this.config.locales ?? []).map((catalog) => catalog.locale);
  }

  #createLanguage(tag: string, timeZone: string): Language {
    const { config } = this;
    const locale = normalizeLocale(tag) ?? tag;
    const localizer = createLocalizer({
      locale,
      fallbackLocales: config.fallbackLocales ?? [],
      timeZone,
      numberingSystem: config.numberingSystem ?? 'latn',
      calendar: config.calendar ?? 'gregory',
      ...(config.hourCycle !== undefined && { hourCycle: config.hourCycle }),
      catalogs: config.locales ?? [],
      overrides: this.#overrides,
    });
    return { localizer, fallsBack: resolveCatalog(locale, [localizer.catalogLocale]) === undefined };
  }
}

/** Tells a context from a configuration, whichever of the two builds made it. */
export function isTenantContext(tenant: TenantConfig | TenantContext): tenant is TenantContext {
  return typeof tenant === 'object' && tenant !== null && brandKey in tenant;
}

/** Checks a configuration and makes a context of it; a context is returned as it is. @throws ConfigInvalidError */
export function createTenantContext(tenant: TenantConfig | TenantContext): TenantContext {
  return isTenantContext(tenant) ? tenant : new TenantContext(tenant);
}
