/** Metrics of a model as programs in Python log them: figures by name, some of which are no numbers. */
import type { MLMetric } from '../../domains/ml-model-performance/input.js';
import type { Diagnostic } from '../../kernel/diagnostics.js';

/** What a source does not say and its caller knows. */
export type ModelFacts = {
  /** @default what the source says, else the name of the library */
  readonly model?: { readonly name: string; readonly version?: string; readonly stage?: string };
  readonly dataset?: { readonly name: string; readonly split?: string; readonly n?: number };
};

/** A plain object, whatever its members. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text with something in it. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A number that can be calculated with. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Reports something that is left out. */
export function dropped(diagnostics: Diagnostic[], path: string, message: string): void {
  diagnostics.push({ code: 'dropped', severity: 'warning', path, message });
}

/** Adds a metric where its value is a number; what is none, NaN for one, is reported. A name that is there already is kept. */
export function addMetric(metrics: MLMetric[], name: string, value: unknown, path: string, diagnostics: Diagnostic[]) {
  const number = numberOf(value);
  if (number === undefined) dropped(diagnostics, path, 'A metric was left out, expected a finite number');
  else if (metrics.some((metric) => metric.name === name)) {
    dropped(diagnostics, path, 'A metric was left out, there is one of the same name');
  } else metrics.push({ name, value: number });
}
