import { type Cbor, type CborKey, major, simple } from './cbor';

/** Deeper than anything that is read here; what is deeper is not read, so that no text exhausts the stack. */
const deepest = 8;

/**
 * Reads one value that fills `bytes` and stands there in its deterministic form; undefined for everything else: another form of the same value, a
 * key twice, bytes behind it, text that is no UTF-8, kinds of values that are not used here. So every value has one spelling.
 */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  const place = { bytes, at: 0 };
  try {
    const value = readValue(place, 0);
    return place.at === bytes.length ? value : undefined;
  } catch (reason) {
    if (reason instanceof Unreadable || reason instanceof URIError) return undefined;
    throw reason;
  }
}

/** Whether two texts of bytes are the same. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

class Unreadable extends Error {}

interface Place {
  readonly bytes: Uint8Array;
  at: number;
}

function readValue(place: Place, depth: number): Cbor {
  if (depth > deepest) throw new Unreadable();
  const head = readByte(place);
  if (head >>> 5 === major.simple) return readSimple(head & 31);
  const value = readArgument(place, head & 31);
  switch (head >>> 5) {
    case major.unsigned:
      return value;
    case major.negative:
      return -1 - value;
    case major.bytes:
      return readOctets(place, value);
    case major.text:
      return textOf(readOctets(place, value));
    case major.array:
      return readList(place, value, depth);
    case major.map:
      return readMap(place, value, depth);
    default:
      return { tag: value, value: readValue(place, depth + 1) };
  }
}

function readByte(place: Place): number {
  const byte = place.bytes[place.at];
  if (byte === undefined) throw new Unreadable();
  place.at += 1;
  return byte;
}

/** The least number that needs a head of 1, 2, 4, 8 more bytes: a smaller one has a shorter head. */
const leastBehind = [24, 0x100, 0x1_0000, 0x1_0000_0000];

/** The number behind a head; lengths without an end (31) and reserved ones (28 to 30) are not read. */
function readArgument(place: Place, short: number): number {
  if (short < 24) return short;
  if (short > 27) throw new Unreadable();
  let value = 0;
  for (let left = 1 << (short - 24); left > 0; left -= 1) value = value * 256 + readByte(place);
  const isShortest = value >= (leastBehind[short - 24] ?? 0);
  if (!isShortest || !Number.isSafeInteger(value + 1)) throw new Unreadable();
  return value;
}

function readOctets(place: Place, length: number): Uint8Array {
  const end = place.at + length;
  if (end > place.bytes.length) throw new Unreadable();
  const octets = new Uint8Array(length);
  octets.set(place.bytes.subarray(place.at, end));
  place.at = end;
  return octets;
}

/** Old phones have no TextDecoder; what is no UTF-8 is a URIError. */
function textOf(octets: Uint8Array): string {
  let escaped = '';
  for (let at = 0; at < octets.length; at += 1) escaped += `%${(256 + (octets[at] ?? 0)).toString(16).slice(1)}`;
  return decodeURIComponent(escaped);
}

/** Each member takes a byte at least, so that a length which is a lie ends where the bytes end. */
function readList(place: Place, length: number, depth: number): readonly Cbor[] {
  const list: Cbor[] = [];
  for (let left = length; left > 0; left -= 1) list.push(readValue(place, depth + 1));
  return list;
}

function readMap(place: Place, length: number, depth: number): ReadonlyMap<CborKey, Cbor> {
  const map = new Map<CborKey, Cbor>();
  let before: Stretch | undefined;
  for (let left = length; left > 0; left -= 1) {
    const from = place.at;
    const key = readValue(place, depth + 1);
    const stretch = { from, to: place.at };
    const isNext = !before || isBefore(place.bytes, before, stretch);
    if (!isNext || (typeof key !== 'number' && typeof key !== 'string')) throw new Unreadable();
    map.set(key, readValue(place, depth + 1));
    before = stretch;
  }
  return map;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Keys stand in the order of their bytes, none twice; no key's bytes begin with another key's. */
function isBefore(bytes: Uint8Array, one: Stretch, other: Stretch): boolean {
  const length = Math.min(one.to - one.from, other.to - other.from);
  for (let at = 0; at < length; at += 1) {
    const difference = (bytes[other.from + at] ?? 0) - (bytes[one.from + at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function readSimple(value: number): boolean {
  if (value === simple.true) return true;
  if (value === simple.false) return false;
  throw new Unreadable();
}
