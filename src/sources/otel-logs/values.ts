/** Values of OTLP's JSON: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */

export type Attribute = { readonly key: string; readonly value?: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const scalars = ['stringValue', 'boolValue', 'intValue', 'doubleValue', 'bytesValue'] as const;

/** An `AnyValue` as JSON. 64-bit integers and bytes are texts, as they came. */
function toJson(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  for (const kind of scalars) if (value[kind] !== undefined && value[kind] !== null) return value[kind];
  const { arrayValue, kvlistValue } = value;
  if (isRecord(arrayValue)) return Array.isArray(arrayValue['values']) ? arrayValue['values'].map(toJson) : [];
  if (!isRecord(kvlistValue)) return undefined;
  const entries = Array.isArray(kvlistValue['values']) ? kvlistValue['values'].filter(isRecord) : [];
  return Object.fromEntries(entries.map((entry) => [String(entry['key']), toJson(entry['value'])]));
}

/** An `AnyValue` as text; `undefined` for none. */
export function toText(value: unknown): string | undefined {
  const json = toJson(value);
  if (json === undefined || json === '') return undefined;
  return typeof json === 'object' ? JSON.stringify(json) : String(json);
}

/** Attributes as labels; those without a value are none. */
export const toLabels = (attributes: readonly Attribute[]): [name: string, value: string][] =>
  attributes.flatMap(({ key, value }) => {
    const text = toText(value);
    return text === undefined ? [] : [[key, text]];
  });

const digits = /^\d{1,20}$/;

/** Nanoseconds, which JSON has as text and some senders as a number; zero stands for none. */
export function toEpoch(nanos: unknown): number | undefined {
  const text = typeof nanos === 'number' && Number.isFinite(nanos) ? BigInt(Math.trunc(nanos)).toString() : nanos;
  if (typeof text !== 'string' || !digits.test(text)) return undefined;
  const epochMs = Number(BigInt(text) / 1_000_000n);
  return epochMs === 0 ? undefined : epochMs;
}
