/** How Confluent's serializers say which schema a value follows: https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/ */

export type SchemaFraming = {
  /** The id that the registry gave the schema. */
  readonly schemaId: number;
  /** Protobuf only: the path to the message inside of its file, `[0]` for the first. */
  readonly messageIndexes?: readonly number[] | undefined;
};

const maxSchemaId = 2 ** 31 - 1;

/** Tells whether a value can be a schema's id. */
export const isSchemaId = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxSchemaId;

/** Tells whether a value can be the path to a message. */
export const isMessageIndexes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every((index) => Number.isInteger(index) && index >= 0);

/** A zig-zag varint, as Protobuf's `sint32`. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value * 2;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** `[0]`, by far the most frequent, is written as a single zero in place of its length and itself. */
function indexBytes(indexes: readonly number[]): number[] {
  if (indexes.length === 1 && indexes[0] === 0) return [0];
  return [indexes.length, ...indexes].flatMap(varint);
}

/** Puts the schema's id before bytes that follow the schema: magic byte 0, the id, and for Protobuf the path. */
export function frame(value: Buffer, { schemaId, messageIndexes }: SchemaFraming): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(schemaId, 1);
  const indexes = messageIndexes === undefined ? [] : indexBytes(messageIndexes);
  return Buffer.concat([head, Buffer.from(indexes), value]);
}
