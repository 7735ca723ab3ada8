import { type CardSet, newCardSet } from './card-set';
import { type HeldSet, isAsSaid, type SetRefusal, type TakingNeeds } from './held-set';
import { setFileReader } from './read-set-file';
import { eachEntry, type SetEntry } from './set-body';
import { removedStatus } from './status-byte';

/** Takes a snapshot in pieces, as they come from a disk or the network. */
export interface SnapshotTaking {
  take(piece: Uint8Array): SetRefusal | undefined;
  /** The set that takes the place of the one that is held; or why it stays. */
  end(): HeldSet | SetRefusal;
}

/**
 * A snapshot, taken whole or not at all. The set that is held stays in use and unchanged until the caller puts the new one in its place, whatever
 * happens meanwhile.
 * @example
 * const taking = takingSnapshot({ city, now: clock.now(), isSigned, digest }, held);
 * for await (const piece of createReadStream(path)) if (taking.take(piece)) break;
 * const taken = taking.end();
 * if (typeof taken !== 'string') held = taken;
 */
export function takingSnapshot(needs: TakingNeeds, held: HeldSet | undefined): SnapshotTaking {
  const cards = newCardSet();
  const file = setFileReader(needs, held, cards.fill);
  return {
    take: file.take,
    end() {
      const header = file.end();
      if (typeof header === 'string') return header;
      if (header.from !== undefined) return 'not-the-next';
      return isAsSaid(cards, header) ? { cards, header } : 'damaged';
    },
  };
}

/**
 * Takes a delta, whole or not at all: it is read to its last byte before the first card changes, and undone when the set is not what the head says
 * then. The cards of the set that is held are changed in their place.
 */
export function takeDelta(needs: TakingNeeds, held: HeldSet, bytes: Uint8Array): HeldSet | SetRefusal {
  const changes: SetEntry[] = [];
  const file = setFileReader(needs, held, (page, entries) => eachEntry(page, entries, (entry) => changes.push(entry)));
  const refusal = file.take(bytes);
  if (refusal) return refusal;
  const header = file.end();
  if (typeof header === 'string') return header;
  if (header.from === undefined) return 'not-the-next';
  const { cards } = held;
  const before = changes.map((entry) => ({ ...entry, status: cards.find(entry) ?? removedStatus }));
  change(cards, changes);
  if (isAsSaid(cards, header)) return { cards, header };
  change(cards, before);
  return 'damaged';
}

function change(cards: CardSet, changes: readonly SetEntry[]): void {
  for (const each of changes) {
    if (each.status === removedStatus) cards.remove(each);
    else cards.put(each, each.status);
  }
}
