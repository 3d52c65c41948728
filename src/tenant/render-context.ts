/** What one call of a formatter knows: the tenant, the reader's language, the policy, and where to report. */
import type { Localizer } from '../i18n/localizer.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { type Issue, OptionsInvalidError } from '../kernel/errors.js';
import { maxEpochMs } from '../kernel/instant.js';
import type { FormatOptions, Overflow } from '../kernel/result.js';
import { unknownName } from '../kernel/suggest.js';
import type { TenantContext } from './context.js';

export type RenderContext = {
  readonly tenant: TenantContext;
  readonly localizer: Localizer;
  readonly overflow: Overflow;
  /** Epoch milliseconds; absent without a clock. */
  readonly nowMs: number | undefined;
  readonly correlationId: string | undefined;
  readonly diagnostics: Diagnostic[];
};

const overflows: readonly Overflow[] = ['split', 'truncate', 'error'];

const textKeys = ['locale', 'timeZone', 'overflow', 'correlationId'] as const;

const commonKeys: readonly string[] = ['locale', 'timeZone', 'now', 'overflow', 'correlationId'] as const;

/** Finds what is wrong with a channel's own options. */
export type OptionCheck<Options extends FormatOptions> = (options: Options) => readonly Issue[];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function commonIssues(tenant: TenantContext, options: FormatOptions, keys: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  for (const key of Object.keys(options)) {
    if (!commonKeys.includes(key) && !keys.includes(key)) {
      issues.push(unknownName(key, 'option', key, [...commonKeys, ...keys]));
    }
  }
  for (const key of textKeys) {
    if (options[key] !== undefined && typeof options[key] !== 'string') {
      issues.push({ path: key, message: 'expected string', expected: 'string' });
    }
  }
  const { now, overflow, locale, timeZone } = options;
  issues.push(...tenant.checkLanguage(textOf(locale), textOf(timeZone)));
  if (typeof overflow === 'string' && !overflows.includes(overflow)) {
    issues.push(unknownName('overflow', 'overflow policy', overflow, overflows));
  }
  if (now !== undefined && !(typeof now === 'number' && Math.abs(now) <= maxEpochMs)) {
    issues.push({ path: 'now', message: 'expected epoch milliseconds', expected: 'epoch milliseconds' });
  }
  return issues;
}

function checkOptions<Options extends FormatOptions>(
  tenant: TenantContext,
  options: Options,
  keys: readonly string[],
  check: OptionCheck<Options> | undefined,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError('Cannot use the format options, expected an object');
  }
  const common = commonIssues(tenant, options, keys);
  // A channel may expect more of a common option. One complaint about it is enough.
  const own = (check?.(options) ?? []).filter(({ path }) => common.every((issue) => issue.path !== path));
  if (common.length + own.length > 0) throw new OptionsInvalidError([...common, ...own]);
}

/**
 * Resolves the options of one call against the tenant.
 *
 * @param extraKeys names of the channel's own options
 * @param check finds what is wrong with these, so that all that is wrong is said at once
 * @throws OptionsInvalidError
 */
export function createRenderContext<Options extends FormatOptions>(
  tenant: TenantContext,
  options: Options | undefined,
  extraKeys: readonly string[],
  diagnostics: Diagnostic[],
  check?: OptionCheck<Options>,
): RenderContext {
  if (options !== undefined) checkOptions(tenant, options, extraKeys, check);
  const { localizer, fallsBack } = tenant.language(options?.locale, options?.timeZone);
  if (fallsBack) {
    diagnostics.push({
      code: 'locale-fallback',
      severity: 'warning',
      path: '',
      message: `No catalog for \`${localizer.locale}\`, messages are in \`${localizer.catalogLocale}\``,
    });
  }
  return {
    tenant,
    localizer,
    overflow: options?.overflow ?? 'split',
    nowMs: options?.now ?? tenant.config.clock?.(),
    correlationId: options?.correlationId,
    diagnostics,
  };
}
