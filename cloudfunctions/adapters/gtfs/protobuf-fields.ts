/** A field of a protocol-buffers message: its number, and a number or the bytes of a text or of a message within. */
export interface ProtobufField {
  readonly number: number;
  readonly value: bigint | Uint8Array;
}

/** The fields of a message in the order in which they stand. Throws RangeError for what is none. */
export function protobufFields(message: Uint8Array): readonly ProtobufField[] {
  const found: ProtobufField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) break;
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number without an end');
  };
  const bytes = (length: number): Uint8Array => {
    if (length > message.length - at) throw new RangeError('a field longer than its message');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const key = varint();
    found.push({ number: Number(key >> 3n), value: fieldValue(Number(key & 7n), varint, bytes) });
  }
  return found;
}

/** By its wire type: 0 is a number, 1 and 5 are eight and four bytes, 2 says its length. Groups (3 and 4) are in no message of GTFS-realtime. */
function fieldValue(
  wireType: number,
  varint: () => bigint,
  bytes: (length: number) => Uint8Array,
): bigint | Uint8Array {
  switch (wireType) {
    case 0:
      return varint();
    case 1:
      return bytes(8);
    case 2:
      return bytes(Number(varint()));
    case 5:
      return bytes(4);
    default:
      throw new RangeError('a kind of field that nobody writes');
  }
}
