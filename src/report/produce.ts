/** Input -> report, the same way for all of them: bounded, checked, composed. */
import { exceedsDepth } from '../document/depth.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { ConfigInvalidError } from '../kernel/errors.js';
import type { FormatOptions } from '../kernel/result.js';
import type { Schema } from '../kernel/schema.js';
import { unknownName } from '../kernel/suggest.js';
import type { TenantContext } from '../tenant/context.js';
import { createRenderContext } from '../tenant/render-context.js';
import { composeReport, type ReportParts } from './compose.js';
import { createReportContext, type ReportContext } from './context.js';
import type { Report } from './model.js';
import { type ReportWindow, toPeriod } from './period.js';
import { checkRows, type RowMode } from './rows.js';

/** Options of one call. */
export type ReportOptions = FormatOptions & {
  /** What happens to rows with something wrong in them. @default 'strict' */
  mode?: RowMode;
};

/** What a report is about: the check of its input, and the way to its parts. */
export type ReportDefinition<Input> = {
  readonly id: string;
  readonly schema: () => Schema<Input>;
  /** Paths of the lists of which rows may be left out. */
  readonly rows: readonly string[];
  readonly compose: (input: Input, context: ReportContext) => ReportParts;
};

const modes: readonly RowMode[] = ['strict', 'lenient'];

/** A statement of a year has a hundred thousand lines of ten members. */
const maxNodes = 2_000_000;
const maxDepth = 16;

/** Without its messages a report could say nothing, and would find that out on the first call. */
function requireMessages({ config: { locales = [] } }: TenantContext): void {
  if (locales.some(({ messages }) => Object.hasOwn(messages, 'report.period'))) return;
  const expected = 'messages of reports too, as `frReports` of `channel-formatters/locales/fr-reports`';
  throw new ConfigInvalidError([{ path: 'locales', message: `expected ${expected}`, expected }]);
}

/** The schema of a report for a tenant: bounded before it recurses. @throws ConfigInvalidError without messages of reports */
export function reportSchema<Input>(definition: ReportDefinition<Input>, tenant: TenantContext): Schema<Input> {
  requireMessages(tenant);
  return {
    safeParse(value) {
      if (exceedsDepth(value, maxDepth, maxNodes)) {
        const message = `at most ${maxDepth} levels and ${maxNodes} values`;
        return { success: false, error: { issues: [{ code: 'custom', path: [], message }] } };
      }
      return tenant.validator(definition.schema).safeParse(value);
    },
  };
}

/** Makes a report. @throws InputInvalidError, OptionsInvalidError */
export function produceReport<Input extends { window?: ReportWindow | undefined }>(
  definition: ReportDefinition<Input>,
  tenant: TenantContext,
  given: unknown,
  options: ReportOptions | undefined,
  diagnostics: Diagnostic[],
): { readonly payload: Report; readonly followUps: Report[]; readonly locale: string; readonly size: number } {
  const { mode = 'strict' } = options ?? {};
  const render = createRenderContext(tenant, options, ['mode'], diagnostics, () =>
    modes.includes(mode) ? [] : [unknownName('mode', 'mode', String(mode), modes)],
  );
  const { input, omitted, issues } = checkRows(
    definition.id,
    reportSchema(definition, tenant),
    given,
    definition.rows,
    mode,
  );
  for (const { path, message } of issues) {
    diagnostics.push({ code: 'dropped', severity: 'warning', path, message: `A row was left out: ${message}` });
  }
  const zone = render.localizer.timeZone;
  const context = createReportContext(render, input.window === undefined ? undefined : toPeriod(input.window, zone));
  const payload = composeReport(definition.id, context, definition.compose(input, context), omitted);
  return { payload, followUps: [], locale: render.localizer.locale, size: payload.document.children.length };
}
