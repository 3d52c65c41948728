/** Where everything that had to give in a batch is told, or, in strict mode, refused. */
import type { Diagnostic, DiagnosticCode } from '../kernel/diagnostics.js';
import { InputInvalidError, type Issue } from '../kernel/errors.js';

type Bound = Pick<Diagnostic, 'limit' | 'actual' | 'unit'>;

export type Report = {
  /** A point, metric or part of one cannot be written: it is left out, or refused. */
  readonly refuse: (path: string, expected: string, bound?: Bound) => void;
  /** Something is written otherwise than it was given, in strict mode too. */
  readonly note: (code: DiagnosticCode, path: string, message: string, severity?: Diagnostic['severity']) => void;
  /** Ends a call in strict mode if anything was refused. @throws InputInvalidError */
  readonly settle: () => void;
};

/** An error tells of so much at most. */
const maxIssues = 100;

export function createReport(formatter: string, isStrict: boolean, diagnostics: Diagnostic[]): Report {
  const issues: Issue[] = [];
  const refuse: Report['refuse'] = (path, expected, bound) => {
    if (!isStrict) {
      const message = `Left out, expected ${expected}`;
      diagnostics.push({ code: 'dropped', severity: 'warning', path, message, ...bound });
    } else if (issues.length < maxIssues) issues.push({ path, message: `expected ${expected}`, expected });
  };
  const note: Report['note'] = (code, path, message, severity = 'info') => {
    diagnostics.push({ code, severity, path, message });
  };
  const settle = (): void => {
    if (issues.length > 0) throw new InputInvalidError(formatter, issues);
  };
  return { refuse, note, settle };
}
