import { readRemainder, remainderBytes, writeRemainder } from './card-hash';
import type { Slabs } from './slabs';

/** Bytes of an entry: a remainder and a status byte. */
export const entryBytes = remainderBytes + 1;

/** Entries that a page grows by when it is full. */
const spareEntries = 32;

/** One page of a set: `count` entries of seven bytes, ascending by remainder, and room for some more. */
export interface CardPage {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** A page without entries. */
export const emptyPage: CardPage = { bytes: new Uint8Array(0), count: 0 };

/** Where a remainder stands, or where it would have to stand: then `there` is false. */
export interface PagePosition {
  readonly index: number;
  readonly there: boolean;
}

/**
 * Finds a remainder. Hashes lie evenly, so each guess goes by proportion from what the last one met, some entries wide of it at most; where they lie
 * otherwise the bounds are halved.
 */
export function positionIn({ bytes, count }: CardPage, remainder: number): PagePosition {
  let [from, to, guesses] = [0, count, 4];
  let probe = Math.floor(remainder * (count / remainderLimit));
  while (from < to) {
    const found = readRemainder(bytes, probe * entryBytes);
    if (found === remainder) return { index: probe, there: true };
    if (found < remainder) from = probe + 1;
    else to = probe;
    guesses -= 1;
    probe += Math.round((remainder - found) * (count / remainderLimit));
    if (guesses <= 0 || probe < from || probe >= to) probe = nearest(guesses, from, to, probe);
  }
  return { index: from, there: false };
}

const remainderLimit = 2 ** (8 * remainderBytes);

/** A guess beyond the bounds becomes the entry at the bound while guesses are left; after them the middle. */
const nearest = (guesses: number, from: number, to: number, guess: number): number => {
  if (guesses <= 0) return (from + to) >>> 1;
  return guess < from ? from : to - 1;
};

/** The status byte of an entry. */
export const statusAt = ({ bytes }: CardPage, index: number): number => bytes[index * entryBytes + remainderBytes] ?? 0;

/** Changes the status byte of an entry in its place. */
export function writeStatus({ bytes }: CardPage, index: number, status: number): void {
  bytes[index * entryBytes + remainderBytes] = status;
}

/** The page with one entry more, at the position that {@link positionIn} gave; in the same bytes where there is room. */
export function withEntry(page: CardPage, index: number, remainder: number, status: number): CardPage {
  const bytes = roomy(page);
  bytes.copyWithin((index + 1) * entryBytes, index * entryBytes, page.count * entryBytes);
  writeRemainder(bytes, index * entryBytes, remainder);
  bytes[index * entryBytes + remainderBytes] = status;
  return { bytes, count: page.count + 1 };
}

/** The page without one entry, in the same bytes. */
export function withoutEntry({ bytes, count }: CardPage, index: number): CardPage {
  bytes.copyWithin(index * entryBytes, (index + 1) * entryBytes, count * entryBytes);
  return { bytes, count: count - 1 };
}

/** A page with these entries and room for some more, in bytes of a slab; the entries are copied. */
export function filledPage(entries: Uint8Array, slabs: Slabs): CardPage {
  const bytes = slabs.take(entries.length + spareEntries * entryBytes);
  bytes.set(entries);
  return { bytes, count: entries.length / entryBytes };
}

function roomy({ bytes, count }: CardPage): Uint8Array {
  if ((count + 1) * entryBytes <= bytes.length) return bytes;
  const larger = new Uint8Array((count + spareEntries) * entryBytes);
  larger.set(bytes.subarray(0, count * entryBytes));
  return larger;
}
