/** What a record takes on the wire, before compression: record batch version 2, https://kafka.apache.org/documentation/#messageformat */

export type SizedRecord = {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, Uint8Array | readonly Uint8Array[]>>;
};

/** The header of a record batch: base offset to records count. */
const batchHeaderBytes = 61;
/** attributes (1), timestampDelta and offsetDelta (0 for the only record of a batch: 1 each). */
const fixedBytes = 3;

/** A zig-zag varint of 32 bits, as lengths are written. */
function varintBytes(value: number): number {
  // Zig-zag doubles what is not negative.
  let rest = value < 0 ? 1 : value * 2;
  let bytes = 1;
  while (rest >= 128) {
    rest = Math.floor(rest / 128);
    bytes++;
  }
  return bytes;
}

const fieldBytes = (bytes: Uint8Array | null): number =>
  bytes === null ? varintBytes(-1) : varintBytes(bytes.length) + bytes.length;

/** Returns the bytes of a batch with this one record: what `max.request.size` and `message.max.bytes` are compared to. */
export function recordBatchBytes({ key, value, headers }: SizedRecord): number {
  let count = 0;
  let headerBytes = 0;
  for (const [name, values] of Object.entries(headers)) {
    const nameBytes = Buffer.byteLength(name);
    for (const bytes of values instanceof Uint8Array ? [values] : values) {
      count++;
      headerBytes += varintBytes(nameBytes) + nameBytes + fieldBytes(bytes);
    }
  }
  const record = fixedBytes + fieldBytes(key) + fieldBytes(value) + varintBytes(count) + headerBytes;
  return batchHeaderBytes + varintBytes(record) + record;
}
