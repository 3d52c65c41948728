/** Whatever is in a JSON file -> inputs for the formatters. */
import type { ChannelInput, Diagnostic } from 'channel-formatters';
import { DemoError, oneLine } from './demo-error.js';
import { shapeOf } from './shapes.js';

export type DemoInput = {
  /** Not checked yet: the formatters do. */
  alerts: ChannelInput[];
  /** What the source had left out. */
  diagnostics: Diagnostic[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    // Some editors begin a file with a byte order mark, which is no JSON.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new DemoError(`not JSON: ${oneLine(String(error)).replace(/^SyntaxError: /, '')}`);
  }
}

/**
 * Reads what Alertmanager, Grafana, CloudWatch, Datadog or PagerDuty sends, an alert in this package's own shape, or an array
 * of such alerts.
 *
 * @throws DemoError for anything else
 * @throws InputInvalidError for a webhook with something wrong in it
 */
export function readInput(text: string): DemoInput {
  const value = parseJson(text);
  const diagnostics: Diagnostic[] = [];
  let alerts: unknown[] = [value];
  if (Array.isArray(value)) alerts = value;
  else if (isRecord(value)) alerts = shapeOf(value)?.read(value, diagnostics) ?? alerts;
  if (alerts.length === 0) throw new DemoError('holds no alert');
  const stranger = alerts.findIndex((alert) => !isRecord(alert));
  if (stranger >= 0) {
    const where = Array.isArray(value) ? `entry ${stranger + 1} is` : 'it is';
    throw new DemoError(`not an alert: ${where} ${kindOf(alerts[stranger])}, expected an object`);
  }
  return { alerts: alerts as ChannelInput[], diagnostics };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
