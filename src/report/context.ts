/** What composing a report knows: the call, the reader's language, the days, what the tenant settled. */
import type { Inline } from '../document/nodes.js';
import { inlineText, type ValuePrinter } from '../document/plain-text.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Diagnostic, DiagnosticCode } from '../kernel/diagnostics.js';
import { cleanLine } from '../sanitize/text.js';
import type { RenderContext } from '../tenant/render-context.js';
import type { ReportTenantOptions } from '../tenant/report-options.js';
import { createPrinter } from '../transform/printer.js';
import type { Period } from './model.js';

export type ReportContext = {
  readonly render: RenderContext;
  readonly localizer: Localizer;
  readonly print: ValuePrinter;
  readonly period: Period | undefined;
  readonly options: Readonly<Required<Omit<ReportTenantOptions, 'polarity'>> & Pick<ReportTenantOptions, 'polarity'>>;
};

const defaults = { minCellCount: 10, maxTableRows: 20 } as const;

/** Starts a report. */
export function createReportContext(render: RenderContext, period: Period | undefined): ReportContext {
  const { polarity, minCellCount, maxTableRows } = render.tenant.config.reports ?? {};
  return {
    render,
    localizer: render.localizer,
    print: createPrinter(render),
    period,
    options: {
      polarity,
      minCellCount: minCellCount ?? defaults.minCellCount,
      maxTableRows: maxTableRows ?? defaults.maxTableRows,
    } as ReportContext['options'],
  };
}

/** Prints a value for a sentence. Texts of an input become one clean line. */
export const printParam = ({ print }: ReportContext, param: Inline): string =>
  param.type === 'text' ? cleanLine(param.value) : inlineText([param], print);

const warnings: ReadonlySet<DiagnosticCode> = new Set([
  'dropped',
  'inconsistent',
  'suppressed',
  'unconverted',
  'rate-stale',
]);

/** Reports what had to give. */
export function reportLoss(
  { render }: ReportContext,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: Pick<Diagnostic, 'limit' | 'actual' | 'unit'> = {},
): void {
  render.diagnostics.push({ code, severity: warnings.has(code) ? 'warning' : 'info', path, message, ...numbers });
}
