import { utf8 } from '../hmac-sha-256';

/** A tagged value (RFC 8949, 3.4). */
interface CborTag {
  readonly tag: number;
  readonly value: Cbor;
}

/** What stands before a value of a map. */
export type CborKey = number | string;

/** The part of CBOR (RFC 8949) that passes and lists are made of: whole numbers that a double counts exactly, no fractions, no null. */
export type Cbor = number | boolean | string | Uint8Array | readonly Cbor[] | ReadonlyMap<CborKey, Cbor> | CborTag;

/** The major types of RFC 8949, 3.1. */
export const major = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, simple: 7 } as const;

/** The simple values that are used here. */
export const simple = { false: 20, true: 21 } as const;

/**
 * The one deterministic encoding of a value (RFC 8949, 4.2.1): shortest heads, keys in the order of their own bytes. A number that is not whole
 * or beyond 2^53 is a RangeError.
 */
export function writeCbor(value: Cbor): Uint8Array {
  const written: number[] = [];
  write(written, value);
  return Uint8Array.from(written);
}

/** What stands before bytes of a length. */
export function headOfOctets(length: number): Uint8Array {
  const written: number[] = [];
  writeHead(written, major.bytes, length);
  return Uint8Array.from(written);
}

function write(to: number[], value: Cbor): void {
  if (typeof value === 'number') writeNumber(to, value);
  else if (typeof value === 'boolean') writeHead(to, major.simple, value ? simple.true : simple.false);
  else if (typeof value === 'string') writeOctets(to, major.text, utf8(value));
  else if (value instanceof Uint8Array) writeOctets(to, major.bytes, value);
  else if ('tag' in value) writeTag(to, value);
  else if (isList(value)) writeList(to, value);
  else writeMap(to, value);
}

const isList = (value: readonly Cbor[] | ReadonlyMap<CborKey, Cbor>): value is readonly Cbor[] => Array.isArray(value);

function writeNumber(to: number[], value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError('a number here is whole and at most 2^53');
  if (value < 0) writeHead(to, major.negative, -1 - value);
  else writeHead(to, major.unsigned, value);
}

function writeHead(to: number[], kind: number, value: number): void {
  const first = kind << 5;
  if (value < 24) to.push(first | value);
  else if (value < 0x100) to.push(first | 24, value);
  else if (value < 0x1_0000) to.push(first | 25, value >>> 8, value & 255);
  else if (value < 0x1_0000_0000) pushWord(to, first | 26, value);
  else {
    pushWord(to, first | 27, Math.floor(value / 0x1_0000_0000));
    pushWord(to, undefined, value % 0x1_0000_0000);
  }
}

function pushWord(to: number[], head: number | undefined, word: number): void {
  if (head !== undefined) to.push(head);
  to.push(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
}

function writeOctets(to: number[], kind: number, octets: Uint8Array): void {
  writeHead(to, kind, octets.length);
  for (let at = 0; at < octets.length; at += 1) to.push(octets[at] ?? 0);
}

function writeList(to: number[], list: readonly Cbor[]): void {
  writeHead(to, major.array, list.length);
  for (const member of list) write(to, member);
}

function writeTag(to: number[], { tag, value }: CborTag): void {
  writeHead(to, major.tag, tag);
  write(to, value);
}

function writeMap(to: number[], map: ReadonlyMap<CborKey, Cbor>): void {
  writeHead(to, major.map, map.size);
  const entries = Array.from(map, ([key, value]) => ({ key: writeCbor(key), value }));
  entries.sort((one, other) => orderOf(one.key, other.key));
  for (const { key, value } of entries) {
    for (let at = 0; at < key.length; at += 1) to.push(key[at] ?? 0);
    write(to, value);
  }
}

/** By the bytes, the first that differs; no encoded key is the beginning of another. */
function orderOf(one: Uint8Array, other: Uint8Array): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (one[at] ?? 0) - (other[at] ?? 0);
}
