/** What composing a report needs, for tests of its parts. */
import { allCatalogs } from '../../src/generated/all-locales.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { createReportContext, type ReportContext } from '../../src/report/context.js';
import type { ReportKpi } from '../../src/report/model.js';
import { type ReportWindow, toPeriod } from '../../src/report/period.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { createTenantContext } from '../../src/tenant/context.js';
import { createRenderContext } from '../../src/tenant/render-context.js';

export const july: ReportWindow = {
  from: '2026-07-01',
  to: '2026-07-31',
  previous: { from: '2026-06-01', to: '2026-06-30' },
};

type Wanted = Pick<TenantConfig, 'locale' | 'reports'> & {
  readonly window?: ReportWindow;
  readonly diagnostics?: Diagnostic[];
};

export function makeContext({ window, diagnostics = [], ...config }: Wanted = {}): ReportContext {
  const tenant = createTenantContext({ tenantId: 'label_42', locales: allCatalogs, ...config });
  const render = createRenderContext(tenant, undefined, [], diagnostics);
  return createReportContext(render, window === undefined ? undefined : toPeriod(window, 'UTC'));
}

/** The change of a figure in one word and number. */
export function changeOf({ change }: Pick<ReportKpi, 'change'>): string {
  if (change.kind === 'percent') return `percent ${change.ratio}`;
  if (change.kind === 'points') return `points ${Number(change.points.toFixed(9))}`;
  return change.kind === 'withheld' ? `withheld ${change.reason}` : change.kind;
}
