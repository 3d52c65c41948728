/** Datadog's webhooks and monitors as alerts. */
import type { Alert } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { fromMonitor, monitor } from './datadog/monitor.js';
import { fromWebhook } from './datadog/webhook.js';
import { validateAt } from './shared/validate-at.js';

const id = 'sources/datadog';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromOne(value: unknown, at: readonly string[], diagnostics: Diagnostic[]): Alert[] {
  const path = at.map((step) => `${step}.`).join('');
  if (!isRecord(value)) {
    const expected = 'a webhook or a monitor of Datadog';
    throw new InputInvalidError(id, [{ path: at.join('.'), message: `expected ${expected}`, expected }]);
  }
  // No webhook is a monitor by accident: templates do not know these names.
  if ('overall_state' in value || 'options' in value) {
    return fromMonitor(validateAt(id, monitor, value, at), path, diagnostics);
  }
  return [fromWebhook(value, path, diagnostics)];
}

/**
 * Reads a webhook of Datadog, a monitor of its API, or an array of either. The members of a webhook are known by the names
 * of Datadog's variables (`title`, `alert_transition`, `aggreg_key`, `date`, ...) in any case; put `$ALERT_CYCLE_KEY` or
 * `$AGGREG_KEY` into the template, and the states of an alert are tied together.
 *
 * @param diagnostics receives members that have no place in an alert, and monitors that do not watch
 * @throws InputInvalidError when the value is neither, or a webhook without title or time
 * @example
 * ```ts
 * import { fromDatadog } from 'channel-formatters/sources/datadog';
 *
 * const [alert] = fromDatadog({
 *   title: '[Triggered on {host:edge-7}] Stream latency over 2 s',
 *   alert_transition: 'Triggered',
 *   aggreg_key: '4f1f3a',
 *   date: '1795167000000',
 *   tags: 'env:production,service:edge-gateway',
 * });
 * console.log(alert?.title, alert?.status);
 * ```
 */
export function fromDatadog(input: unknown, diagnostics: Diagnostic[] = []): Alert[] {
  if (!Array.isArray(input)) return fromOne(input, [], diagnostics);
  return input.flatMap((value: unknown, index) => fromOne(value, [String(index)], diagnostics));
}
