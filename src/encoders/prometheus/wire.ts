/** The wire format of Protocol Buffers, as far as metrics need it. https://protobuf.dev/programming-guides/encoding/ */

const utf8 = new TextEncoder();

/** Grows as it is written to. */
export type Wire = {
  readonly varint: (field: number, value: number | bigint) => void;
  readonly zigzag: (field: number, value: number | bigint) => void;
  readonly double: (field: number, value: number) => void;
  readonly text: (field: number, value: string) => void;
  /** A message within this one. */
  readonly message: (field: number, write: () => void) => void;
  /** Numbers in one field: `write` appends them without tags. */
  readonly packed: (field: number, values: readonly bigint[]) => void;
  /** Everything written so far, with its length before it, and begins anew. */
  readonly takeDelimited: () => Uint8Array;
};

const lengthDelimited = 2;
const fixed64 = 1;

const toZigzag = (value: bigint): bigint => BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));

export function createWire(): Wire {
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  let end = 0;

  const reserve = (count: number): void => {
    if (end + count <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, end + count));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const small = (value: number): void => {
    reserve(10);
    let rest = value;
    while (rest > 0x7f) {
      bytes[end++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[end++] = rest;
  };
  const number = (value: number | bigint): void => {
    if (typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)) {
      small(value);
      return;
    }
    reserve(10);
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest > 0x7fn) {
      bytes[end++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    bytes[end++] = Number(rest);
  };
  const tag = (field: number, type: number): void => small(field * 8 + type);
  /** Makes room before what was written from `start` on, for its length. */
  const prependLength = (start: number): void => {
    const length = end - start;
    let size = 1;
    for (let rest = length; rest > 0x7f; rest = Math.floor(rest / 0x80)) size++;
    reserve(size);
    bytes.copyWithin(start + size, start, end);
    end = start;
    small(length);
    end = start + size + length;
  };
  const delimited = (field: number, write: () => void): void => {
    tag(field, lengthDelimited);
    const start = end;
    write();
    prependLength(start);
  };
  return {
    varint: (field, value) => {
      tag(field, 0);
      number(value);
    },
    zigzag: (field, value) => {
      tag(field, 0);
      number(toZigzag(BigInt(value)));
    },
    double: (field, value) => {
      tag(field, fixed64);
      reserve(8);
      view.setFloat64(end, value, true);
      end += 8;
    },
    text: (field, value) => {
      tag(field, lengthDelimited);
      // Three bytes a UTF-16 unit at most.
      reserve(value.length * 3);
      const start = end;
      end += utf8.encodeInto(value, bytes.subarray(end)).written;
      prependLength(start);
    },
    message: delimited,
    packed: (field, values) => {
      delimited(field, () => {
        for (const value of values) number(toZigzag(value));
      });
    },
    takeDelimited: () => {
      prependLength(0);
      const taken = bytes.slice(0, end);
      end = 0;
      return taken;
    },
  };
}
