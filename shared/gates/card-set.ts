import { type CardHash, pageCount } from './card-hash';
import {
  type CardPage,
  emptyPage,
  entryBytes,
  filledPage,
  positionIn,
  statusAt,
  withEntry,
  withoutEntry,
  writeStatus,
} from './card-page';
import { newSetCheck } from './set-check';
import { newSlabs } from './slabs';

/**
 * Linked cards with a status byte each, for a gate that decides alone: seven bytes a card and some slack, 72 MB for ten million. A card that is
 * not in the set is found in it by chance once in 2⁶⁰ ÷ cards taps: at ten million once in 10¹¹, where at most once in 10⁹ is asked for.
 */
export interface CardSet {
  /** How many cards there are. */
  count(): number;
  /** A sum over all entries, fourteen hexadecimal digits: two sets of the same entries have the same. */
  check(): string;
  /** The status byte of a card; undefined when it is not in the set. */
  find(card: CardHash): number | undefined;
  /** Adds a card, or changes its status. */
  put(card: CardHash, status: number): void;
  /** Takes a card out; nothing happens when it is not there. */
  remove(card: CardHash): void;
  /** The entries of a page as they are sent: seven bytes each, ascending. */
  entriesOf(page: number): Uint8Array;
  /** Fills an empty page at once with entries as they are sent; they are copied. */
  fill(page: number, entries: Uint8Array): void;
}

/** An empty set. */
export function newCardSet(): CardSet {
  const pages: CardPage[] = Array.from({ length: pageCount }, () => emptyPage);
  const [check, slabs] = [newSetCheck(), newSlabs()];
  const pageOf = (page: number): CardPage => pages[page] ?? emptyPage;
  let cards = 0;
  return {
    count: () => cards,
    check: check.text,
    find({ page, remainder }) {
      const held = pageOf(page);
      const { index, there } = positionIn(held, remainder);
      return there ? statusAt(held, index) : undefined;
    },
    put({ page, remainder }, status) {
      const held = pageOf(page);
      const { index, there } = positionIn(held, remainder);
      if (there) check.turn(remainder, statusAt(held, index));
      check.turn(remainder, status);
      if (there) return writeStatus(held, index, status);
      pages[page] = withEntry(held, index, remainder, status);
      cards += 1;
    },
    remove({ page, remainder }) {
      const held = pageOf(page);
      const { index, there } = positionIn(held, remainder);
      if (!there) return;
      check.turn(remainder, statusAt(held, index));
      pages[page] = withoutEntry(held, index);
      cards -= 1;
    },
    entriesOf(page) {
      const { bytes, count } = pageOf(page);
      return bytes.subarray(0, count * entryBytes);
    },
    fill(page, entries) {
      if (pageOf(page).count > 0) throw new Error('a page is filled once');
      const filled = filledPage(entries, slabs);
      pages[page] = filled;
      cards += filled.count;
      check.turnAll(entries);
    },
  };
}
