/** A checked, deep-frozen tenant and the caches that belong to it. */
import { normalizeLocale, resolveCatalog } from '../i18n/locale.js';
import { createLocalizer, type Localizer, type MessageOverrides } from '../i18n/localizer.js';
import { ConfigInvalidError, type Issue, OptionsInvalidError } from '../kernel/errors.js';
import { shortDigest } from '../kernel/hash.js';
import type { Hooks } from '../kernel/hooks.js';
import { toIssues } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';
import { closest } from '../kernel/suggest.js';
import { checkChannel } from './channel.js';
import { type AnyChannelDefinition, channelIds, type OptionsOf } from './channel-options.js';
import { checkConfig, checkLocale, checkTimeZone } from './check-config.js';
import { listConfigKeys, type TenantConfig, tenantConfigSchema } from './config.js';
import { deepFreeze, frozenCopy } from './freeze.js';
import { readOverrides } from './overrides.js';

/** Languages for other locales and zones than the tenant's own; each holds compiled messages and Intl objects. */
const maxLanguages = 32;

const brandKey = Symbol.for('channel-formatters.tenant');

/** The names that can stand beside a wrong one. */
function namesBeside(path: string): readonly string[] {
  if (!path.includes('.')) return listConfigKeys();
  return /^channels\.[^.]*$/.test(path) ? channelIds : [];
}

function withSuggestions(issue: Issue): Issue {
  if (issue.message !== 'unknown member') return issue;
  const near = closest(issue.path.replace(/^channels\./, ''), namesBeside(issue.path));
  return near === undefined
    ? issue
    : { ...issue, message: `unknown member, did you mean \`${near}\`?`, expected: near };
}

type Checked = { readonly config: TenantConfig; readonly overrides: readonly MessageOverrides[] };

function checked(config: TenantConfig, channels: readonly AnyChannelDefinition[], kept: KeptChannels): Checked {
  if (typeof config !== 'object' || config === null) {
    throw new TypeError('Cannot create a tenant context, expected a tenant configuration object');
  }
  const parsed = tenantConfigSchema.safeParse(config);
  // A copy, as the schema's output is, so that freezing it never touches the caller's object. Catalogs are the caller's own.
  const settled = frozenCopy(config.channels) as TenantConfig['channels'];
  const wrongOptions = keepChannels(kept, settled, channels);
  if (!parsed.success) {
    throw new ConfigInvalidError([...toIssues(parsed.error.issues).map(withSuggestions), ...wrongOptions]);
  }
  const available = (config.locales ?? []).map((catalog) => catalog.locale);
  const { overrides, issues: wrongMessages } = readOverrides(config, available);
  const issues = [...checkConfig(config, available), ...wrongOptions, ...wrongMessages];
  if (issues.length > 0) throw new ConfigInvalidError(issues);
  const { locales: _, channels: __, sanitizer, ...settings } = parsed.data as unknown as TenantConfig;
  const locales = config.locales && Object.freeze([...config.locales]);
  // The sanitizer is an object of the caller's, which this configuration does not own: it is kept as it is.
  const own = {
    ...deepFreeze(settings),
    ...(sanitizer && { sanitizer }),
    ...(locales && { locales }),
    ...(settled && { channels: settled }),
  };
  return { config: Object.freeze(own), overrides };
}

/** Options of channels, checked and frozen, by definition. */
type KeptChannels = WeakMap<AnyChannelDefinition, object>;

/** Checks and keeps what a tenant settled about some channels. Returns what is wrong. */
function keepChannels(kept: KeptChannels, settled: unknown, channels: readonly AnyChannelDefinition[]): Issue[] {
  // What is no object is refused as a whole.
  const members = new Map(Object.entries(settled ?? {}));
  return channels.flatMap((channel) => {
    if (kept.has(channel)) return [];
    const { options, issues } = checkChannel<string, object>(channel, members.get(channel.id));
    if (issues.length === 0) kept.set(channel, deepFreeze(options));
    return issues;
  });
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
  readonly #kept = new WeakMap<object, unknown>();
  readonly #channels: KeptChannels = new WeakMap();

  constructor(config: TenantConfig, channels: readonly AnyChannelDefinition[] = []) {
    const { config: frozen, overrides } = checked(config, channels, this.#channels);
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

  /** Tells what is wrong with a locale and a zone that options ask for, if anything. */
  checkLanguage(locale?: string, timeZone?: string): Issue[] {
    if (locale === undefined && timeZone === undefined) return [];
    const [wanted, zone, key] = this.#resolve(locale, timeZone);
    // What there is a language for was right.
    if (this.#languages.has(key)) return [];
    return [...checkLocale('locale', wanted, this.#available()), ...checkTimeZone('timeZone', zone)];
  }

  /** The language services for a call: the tenant's own, or those the options ask for. @throws OptionsInvalidError */
  language(locale?: string, timeZone?: string): Language {
    if (locale === undefined && timeZone === undefined) return this.#own;
    const [wanted, zone, key] = this.#resolve(locale, timeZone);
    const known = this.#languages.get(key);
    this.hooks?.cache?.({ cache: 'localizer', tenant: this.tenantHash, hit: known !== undefined });
    if (known !== undefined) return known;
    const issues = this.checkLanguage(locale, timeZone);
    if (issues.length > 0) throw new OptionsInvalidError(issues);
    const created = this.#createLanguage(wanted, zone);
    const oldest = this.#languages.keys().next();
    if (this.#languages.size >= maxLanguages && !oldest.done) this.#languages.delete(oldest.value);
    this.#languages.set(key, created);
    return created;
  }

  /** Checks what the tenant settled about some channels, and keeps what is right. Returns what is wrong. */
  checkChannels(channels: readonly AnyChannelDefinition[]): Issue[] {
    return keepChannels(this.#channels, this.config.channels, channels);
  }

  /** What the tenant settled about a channel, checked and frozen; empty where nothing is. @throws ConfigInvalidError */
  channel<Definition extends AnyChannelDefinition>(definition: Definition): OptionsOf<Definition> {
    const known = this.#channels.get(definition);
    if (known !== undefined) return known as OptionsOf<Definition>;
    const issues = this.checkChannels([definition]);
    if (issues.length > 0) throw new ConfigInvalidError(issues);
    return this.channel(definition);
  }

  /** The fastest validator at hand for a schema, which is built on first use. */
  validator<Output>(build: () => Schema<Output>): Schema<Output> {
    const known = this.#kept.get(build);
    if (known !== undefined) return known as Schema<Output>;
    const { compileSchema } = this.config;
    const schema = compileSchema === undefined ? build() : compileSchema(build());
    this.#kept.set(build, schema);
    return schema;
  }

  /** What is built once for this tenant, on first use, and then kept with it. */
  kept<Built>(build: (tenant: TenantContext) => Built): Built {
    const known = this.#kept.get(build);
    if (known !== undefined) return known as Built;
    const built = build(this);
    this.#kept.set(build, built);
    return built;
  }

  #resolve(locale?: string, timeZone?: string): [locale: string, timeZone: string, key: string] {
    const wanted = locale ?? this.config.locale ?? 'en';
    const zone = timeZone ?? this.config.timeZone ?? 'UTC';
    return [wanted, zone, `${wanted}\n${zone}`];
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

/**
 * Checks a configuration and makes a context of it; a context is returned as it is.
 *
 * @param channels what is particular to these channels is checked too, in a context as well
 * @throws ConfigInvalidError with all that is wrong at once
 */
export function createTenantContext(
  tenant: TenantConfig | TenantContext,
  channels: readonly AnyChannelDefinition[] = [],
): TenantContext {
  if (!isTenantContext(tenant)) return new TenantContext(tenant, channels);
  const issues = channels.length === 0 ? [] : tenant.checkChannels(channels);
  if (issues.length > 0) throw new ConfigInvalidError(issues);
  return tenant;
}
