import { remainderBytes, writeRemainder } from './card-hash';
import { entryBytes } from './card-page';

/** The exclusive or of all entries of a set: an entry turned in and out again leaves no trace, so that it is kept with every change. */
export interface SetCheck {
  /** Turns an entry in, or out when it is in. */
  turn(remainder: number, status: number): void;
  /** The same for entries as they are sent, seven bytes each. */
  turnAll(entries: Uint8Array): void;
  /** Fourteen hexadecimal digits. */
  text(): string;
}

/** The check of an empty set. It finds accidents, not forgers: those the signature of a set file finds. */
export function newSetCheck(): SetCheck {
  const sum = new Uint8Array(entryBytes);
  const entry = new Uint8Array(entryBytes);
  const turnAll = (entries: Uint8Array) => {
    for (let at = 0; at < entries.length; at += entryBytes)
      for (let byte = 0; byte < entryBytes; byte += 1) sum[byte] = (sum[byte] ?? 0) ^ (entries[at + byte] ?? 0);
  };
  return {
    turn(remainder, status) {
      writeRemainder(entry, 0, remainder);
      entry[remainderBytes] = status;
      turnAll(entry);
    },
    turnAll,
    text: () => Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
