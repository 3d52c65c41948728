/** Numbers as Go prints them, which is what stores of metrics compare as text. */
import type { MetricValue } from './model.js';

/** A value: any notation is read, the shortest exact one is written. */
export function printValue(value: MetricValue): string {
  if (typeof value === 'bigint') return value.toString();
  if (value !== 0) {
    if (value === Number.POSITIVE_INFINITY) return '+Inf';
    return value === Number.NEGATIVE_INFINITY ? '-Inf' : `${value}`;
  }
  return Object.is(value, -0) ? '-0' : '0';
}

const exponentOf = /^(.*)e([+-])(\d+)$/;

/**
 * A bound or quantile in the canonical form of OpenMetrics ("Numbers", 1.0): `1.0`, `0.05`, `1e-05`, `1e+06`, `+Inf`. In
 * any other form the same bucket is another series after an upgrade of the server, which writes this form itself.
 */
export function printCanonical(value: number): string {
  if (!Number.isFinite(value)) return printValue(value);
  if (value === 0) return '0.0';
  const [, digits = '', sign = '+', exponent = '0'] = exponentOf.exec(value.toExponential()) ?? [];
  const power = Number(sign + exponent);
  if (power < -4 || power >= 6) return `${digits}e${sign}${exponent.padStart(2, '0')}`;
  return Number.isInteger(value) ? `${value}.0` : `${value}`;
}

/** Epoch milliseconds as seconds, exactly. */
export const printSeconds = (epochMs: number): string => `${epochMs / 1000}`;
