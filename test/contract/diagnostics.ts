/** The one shape of diagnostics. */
import type { DiagnosticCode, Unit } from '../../src/kernel/diagnostics.js';

const codes: Record<DiagnosticCode, true> = {
  truncated: true,
  split: true,
  dropped: true,
  fallback: true,
  sanitized: true,
  normalized: true,
  collision: true,
  tracking: true,
  advice: true,
  'locale-fallback': true,
  inconsistent: true,
  suppressed: true,
  unconverted: true,
  'rate-stale': true,
};
const units: Record<Unit, true> = { utf16: true, codepoint: true, byte: true, item: true };
const members = ['code', 'severity', 'path', 'message', 'limit', 'actual', 'unit'];

/** Tells what is wrong with the shape of diagnostics. */
export function diagnosticProblems(diagnostics: unknown): string[] {
  if (!Array.isArray(diagnostics)) return ['not an array'];
  return diagnostics.flatMap((diagnostic: Record<string, unknown>, index) => {
    const { code, severity, path, message, limit, actual, unit } = diagnostic;
    const problems = [
      typeof code === 'string' && Object.hasOwn(codes, code) ? '' : `code ${String(code)}`,
      severity === 'info' || severity === 'warning' ? '' : `severity ${String(severity)}`,
      typeof path === 'string' ? '' : 'path',
      typeof message === 'string' && message !== '' ? '' : 'message',
      [limit, actual].every((number) => number === undefined || Number.isFinite(number)) ? '' : 'numbers',
      unit === undefined || (typeof unit === 'string' && Object.hasOwn(units, unit)) ? '' : `unit ${String(unit)}`,
      ...Object.keys(diagnostic).map((key) => (members.includes(key) ? '' : `member ${key}`)),
      ...Object.entries(diagnostic).map(([key, member]) => (member === undefined ? `undefined ${key}` : '')),
    ];
    return problems.filter((problem) => problem !== '').map((problem) => `${index}: ${problem}`);
  });
}
