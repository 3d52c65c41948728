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

const commonKeys = ['locale', 'timeZone', 'now', 'overflow', 'correlationId'] as const;

function checkOptions(options: FormatOptions, keys: readonly string[]): void {
  const issues: Issue[] = [];
  for (const key of Object.keys(options)) {
    if (!keys.includes(key)) issues.push(unknownName(key, 'option', key, keys));
  }
  for (const key of textKeys) {
    if (options[key] !== undefined && typeof options[key] !== 'string') {
      issues.push({ path: key, message: 'expected string', expected: 'string' });
    }
  }
  const { now, overflow } = options;
  if (typeof overflow === 'string' && !overflows.includes(overflow)) {
    issues.push(unknownName('overflow', 'overflow policy', overflow, overflows));
  }
  if (now !== undefined && !(typeof now === 'number' && Math.abs(now) <= maxEpochMs)) {
    issues.push({ path: 'now', message: 'expected epoch milliseconds', expected: 'epoch milliseconds' });
  }
  if (issues.length > 0) throw new OptionsInvalidError(issues);
}

/**
 * Resolves the options of one call against the tenant.
 *
 * @param extraKeys names of the channel's own options
 * @throws OptionsInvalidError
 */
export function createRenderContext(
  tenant: TenantContext,
  options: FormatOptions | undefined,
  extraKeys: readonly string[],
  diagnostics: Diagnostic[],
): RenderContext {
  if (options !== undefined) checkOptions(options, [...commonKeys, ...extraKeys]);
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
