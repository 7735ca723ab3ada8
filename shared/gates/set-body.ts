import { type CardHash, pageCount, readRemainder, remainderBytes, writeRemainder } from './card-hash';
import { entryBytes } from './card-page';
import type { CardSet } from './card-set';
import { removedStatus } from './status-byte';

/** An entry of a body. In a delta a status of 255 takes the card out. */
export interface SetEntry extends CardHash {
  readonly status: number;
}

/**
 * The body of a set file: for each of the 4,096 pages a count and so many entries of seven bytes, ascending by remainder. A count takes seven bits a
 * byte, the lowest first, and the eighth bit says that more follow.
 */
export function* bodyOf(set: CardSet): Generator<Uint8Array> {
  for (let page = 0; page < pageCount; page += 1) {
    const entries = set.entriesOf(page);
    yield countBytes(entries.length / entryBytes);
    if (entries.length > 0) yield entries;
  }
}

/** The body of a delta. Of two entries of one card the later counts. */
export function deltaBody(changes: readonly SetEntry[]): Uint8Array {
  const pages = Array.from({ length: pageCount }, () => new Map<number, number>());
  for (const { page, remainder, status } of changes) pages[page]?.set(remainder, status);
  const parts = pages.flatMap((entries) => [countBytes(entries.size), entriesBytes(entries)]);
  return joined(parts);
}

function entriesBytes(entries: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(entries.size * entryBytes);
  let at = 0;
  for (const [remainder, status] of [...entries].sort(([a], [b]) => a - b)) {
    writeRemainder(bytes, at, remainder);
    bytes[at + remainderBytes] = status;
    at += entryBytes;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function countBytes(count: number): Uint8Array {
  const bytes: number[] = [];
  let rest = count;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Uint8Array.of(...bytes, rest);
}

/** Takes a body in pieces of any length, and hands on the entries of one page after the other. */
export interface BodyReader {
  /** The next piece; false as soon as the body is not what {@link bodyOf} writes. */
  take(piece: Uint8Array): boolean;
  /** Whether all pages were read, and nothing after them. */
  isWhole(): boolean;
}

/** No page of a set of fifty million cards has more entries. */
const mostEntries = 16_384;

/**
 * Reads a body. `onPage` gets the entries of each page that has any, valid until it returns; they ascend, none twice.
 * @param allowsRemoved whether a status of 255 may stand in it: in deltas only
 */
export function bodyReader(allowsRemoved: boolean, onPage: (page: number, entries: Uint8Array) => void): BodyReader {
  let [page, waiting, good] = [0, new Uint8Array(0), true];
  const step = (bytes: Uint8Array, at: number): number | undefined => {
    const count = readCount(bytes, at);
    if (count === undefined) return undefined;
    const end = count.next + count.value * entryBytes;
    if (count.value > mostEntries) good = false;
    if (!good || end > bytes.length) return undefined;
    const entries = bytes.subarray(count.next, end);
    good = page < pageCount && ascends(entries, allowsRemoved);
    if (good && count.value > 0) onPage(page, entries);
    page += 1;
    return end;
  };
  return {
    take(piece) {
      const bytes = waiting.length === 0 ? piece : joined([waiting, piece]);
      let at = 0;
      for (let next = good ? step(bytes, 0) : undefined; good && next !== undefined; next = step(bytes, at)) at = next;
      waiting = new Uint8Array(bytes.subarray(at));
      return good;
    },
    isWhole: () => good && page === pageCount && waiting.length === 0,
  };
}

/** The count at a place; undefined while its last byte is not there. More than three bytes are more than any page has. */
function readCount(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 3; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    value |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return { value: mostEntries + 1, next: at + 3 };
}

function ascends(entries: Uint8Array, allowsRemoved: boolean): boolean {
  let last = -1;
  for (let at = 0; at < entries.length; at += entryBytes) {
    const remainder = readRemainder(entries, at);
    if (remainder <= last) return false;
    if (!allowsRemoved && entries[at + remainderBytes] === removedStatus) return false;
    last = remainder;
  }
  return true;
}

/** Calls for each entry of a page's bytes. */
export function eachEntry(page: number, entries: Uint8Array, found: (entry: SetEntry) => void): void {
  for (let at = 0; at < entries.length; at += entryBytes)
    found({ page, remainder: readRemainder(entries, at), status: entries[at + remainderBytes] ?? removedStatus });
}
