/**
 * Log records and events of OpenTelemetry, in OTLP's JSON, as alerts.
 * https://opentelemetry.io/docs/specs/otel/logs/data-model/
 */
import type { Severity } from '../document/nodes.js';
import type { Alert } from '../domains/alert/schema.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { validate } from '../kernel/formatter.js';
import { shortDigest } from '../kernel/hash.js';
import * as z from '../kernel/zod.js';
import { type Attribute, toEpoch, toLabels, toText } from './otel-logs/values.js';
import { nonEmpty } from './shared/annotations.js';
import { severityOf } from './shared/severity.js';

const id = 'sources/otel-logs';

const attributes = z.optional(
  z.array(z.object({ key: z.string(), value: z.optional(z.custom<unknown>(() => true, 'a value')) })),
);
const anything = z.optional(z.custom<unknown>(() => true, 'a value'));

const logs = z.object({
  resourceLogs: z.array(
    z.object({
      resource: z.optional(z.object({ attributes })),
      scopeLogs: z.array(
        z.object({
          scope: z.optional(z.object({ name: z.optional(z.string()) })),
          logRecords: z.array(
            z.object({
              timeUnixNano: anything,
              observedTimeUnixNano: anything,
              severityNumber: z.optional(z.int()),
              severityText: z.optional(z.string()),
              eventName: z.optional(z.string()),
              body: anything,
              attributes,
              traceId: z.optional(z.string()),
              spanId: z.optional(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
});

type LogRecord = z.output<typeof logs>['resourceLogs'][number]['scopeLogs'][number]['logRecords'][number];
type Origin = { readonly resource: ReadonlyMap<string, string>; readonly scope: string | undefined };

export type OtelLogOptions = {
  /** Less severe records are left out and counted. @default 'info', which is everything */
  minSeverity?: Severity;
};

const order: readonly Severity[] = ['info', 'warning', 'error', 'critical'];

/** Logs data model, "Severity fields": four numbers each for trace, debug, info, warn, error and fatal. */
function severityOfRecord({ severityNumber = 0, severityText }: LogRecord): Severity {
  if (severityNumber >= 21) return 'critical';
  if (severityNumber >= 17) return 'error';
  if (severityNumber >= 13) return 'warning';
  // 0 is "unspecified": then only the word is there.
  return severityNumber >= 1 || severityText === undefined ? 'info' : severityOf(severityText);
}

const lines = (body: string | undefined): readonly [first: string | undefined, hasMore: boolean] => {
  const text = body?.trim();
  if (text === undefined || text === '') return [undefined, false];
  const end = text.search(/[\r\n]/);
  return end === -1 ? [text, false] : [text.slice(0, end).trimEnd(), true];
};

function startOf(record: LogRecord, path: string): number {
  const epochMs = toEpoch(record.timeUnixNano) ?? toEpoch(record.observedTimeUnixNano);
  if (epochMs !== undefined) return epochMs;
  const expected = 'nanoseconds since 1970, here or in `observedTimeUnixNano`';
  throw new InputInvalidError(id, [{ path: `${path}.timeUnixNano`, message: `expected ${expected}`, expected }]);
}

/** Deployment environment: the name of the semantic conventions, and the one they had before. */
const environmentNames = ['deployment.environment.name', 'deployment.environment'];

function toAlert(record: LogRecord, { resource, scope }: Origin, path: string): Alert {
  const own = toLabels((record.attributes ?? []) as Attribute[]);
  const named = new Map(own);
  const body = toText(record.body);
  const [first, hasMore] = lines(body);
  const exception = named.get('exception.message') ?? named.get('exception.type');
  const event = nonEmpty(record.eventName) ?? named.get('event.name');
  const title = first ?? exception ?? event ?? 'OpenTelemetry';
  const source = resource.get('service.name') ?? scope ?? 'OpenTelemetry';
  const environment = environmentNames.map((name) => resource.get(name)).find((value) => value !== undefined);
  const trace = nonEmpty(record.traceId);
  const span = nonEmpty(record.spanId);
  const labels = [
    ...own,
    ...(event !== undefined && event !== title && !named.has('event.name') ? [['event.name', event] as const] : []),
    ...(trace === undefined ? [] : [['trace_id', trace] as const]),
    ...(span === undefined ? [] : [['span_id', span] as const]),
  ];
  return {
    severity: severityOfRecord(record),
    title,
    ...(hasMore && body !== undefined && { description: body }),
    source,
    ...(scope !== undefined && scope !== source && { component: scope }),
    ...(environment !== undefined && { environment }),
    startedAt: startOf(record, path),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
    // Not of the labels: the ids of traces and requests are new each time.
    fingerprint: shortDigest(32, 'otel', source, scope ?? '', event ?? '', named.get('exception.type') ?? title),
  };
}

/**
 * Reads OTLP logs, one alert a record. Events are records with a name.
 *
 * @param diagnostics receives how many records were less severe than wanted
 * @throws InputInvalidError when the value is not OTLP's JSON, or a record has no time
 * @example
 * ```ts
 * import { fromOtelLogs } from 'channel-formatters/sources/otel-logs';
 *
 * export const toAlerts = (exported: unknown) => fromOtelLogs(exported, [], { minSeverity: 'error' });
 * ```
 */
export function fromOtelLogs(
  input: unknown,
  diagnostics: Diagnostic[] = [],
  { minSeverity = 'info' }: OtelLogOptions = {},
): Alert[] {
  const { resourceLogs } = validate(id, logs, input);
  const all = resourceLogs.flatMap(({ resource, scopeLogs }, at) => {
    const named = new Map(toLabels((resource?.attributes ?? []) as Attribute[]));
    return scopeLogs.flatMap(({ scope, logRecords }, within) =>
      logRecords.map((record, index) =>
        toAlert(
          record,
          { resource: named, scope: nonEmpty(scope?.name) },
          `resourceLogs.${at}.scopeLogs.${within}.logRecords.${index}`,
        ),
      ),
    );
  });
  const wanted = all.filter(({ severity }) => order.indexOf(severity) >= order.indexOf(minSeverity));
  if (wanted.length < all.length) {
    const message = 'Log records that are less severe than wanted were left out';
    const numbers = { limit: wanted.length, actual: all.length, unit: 'item' } as const;
    diagnostics.push({ code: 'dropped', severity: 'info', path: 'resourceLogs', message, ...numbers });
  }
  return wanted;
}
