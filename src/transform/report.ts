/** Reporting, for renderers that have nothing of their own to add. */
import type { Diagnostic, DiagnosticCode, Unit } from '../kernel/diagnostics.js';
import type { RenderContext } from '../tenant/render-context.js';

/** Reports once a code and path, however many values of a block are concerned. */
export function report(
  { diagnostics }: Pick<RenderContext, 'diagnostics'>,
  code: DiagnosticCode,
  path: string,
  message: string,
  numbers: { limit?: number; actual?: number; unit?: Unit } = {},
): void {
  if (diagnostics.some((known) => known.code === code && known.path === path && known.message === message)) return;
  const severity: Diagnostic['severity'] = code === 'truncated' || code === 'dropped' ? 'warning' : 'info';
  diagnostics.push({ code, severity, path, message, ...numbers });
}
