/** Reports of engagement for tests: by the formatter with all languages, as users get them. */
import { readFileSync } from 'node:fs';
import type { UserEngagementInput } from '../../../src/domains/user-engagement/schema.js';
import { UserEngagementFormatter } from '../../../src/formatters/user-engagement.js';
import { allCatalogs } from '../../../src/generated/all-locales.js';
import { compileSchema } from '../../../src/kernel/zod-compile.js';
import { checkReport } from '../../../src/report/check.js';
import type { TenantConfig } from '../../../src/tenant/config.js';

const root = new URL('../../../', import.meta.url);

const readJson = (path: string): UserEngagementInput => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** A month with everything in it, which holds together. */
export const full: UserEngagementInput = readJson('examples/inputs/user-engagement.json');
/** A month that is not over, and contradicts itself. */
export const open: UserEngagementInput = readJson('test/fixtures/reports/user-engagement-open.json');

export const window = {
  from: '2026-10-01',
  to: '2026-10-31',
  previous: { from: '2026-09-01', to: '2026-09-30' },
};

export const engagement = (config: Partial<TenantConfig> = {}): UserEngagementFormatter =>
  new UserEngagementFormatter({ tenantId: 'label_42', locales: allCatalogs, compileSchema, ...config });

export function reportOf(
  input: Omit<UserEngagementInput, 'window'> & Partial<UserEngagementInput>,
  config: Partial<TenantConfig> = {},
) {
  const whole = { window, ...input };
  const { payload, diagnostics } = engagement(config).format(whole);
  const figure = (key: string) => payload.kpis.find((kpi) => kpi.key === key);
  const sentence = (code: string) => payload.insights.find((insight) => insight.code === code);
  return { report: payload, diagnostics, figure, sentence, unproven: checkReport(payload, whole) };
}
