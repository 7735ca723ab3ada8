import type { CardHash } from '@tongcheng/shared/gates/card-hash';
import { pageCount } from '@tongcheng/shared/gates/card-hash';
import { type CardSet, newCardSet } from '@tongcheng/shared/gates/card-set';
import { eachEntry, type SetEntry } from '@tongcheng/shared/gates/set-body';
import { removedStatus, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { endedBetween, noEnd, overByte, testAgedBetween, untestedByte } from './status-ends';

/** A card's status byte, and the byte of its end. */
interface StatusAndEnd {
  readonly status: number;
  readonly end: number;
}

/** The set of a city while it is made: statuses and their ends, and what changed since it was last given out. */
export interface WorkingSet {
  readonly statuses: CardSet;
  readonly ends: CardSet;
  /** Adds a card or changes it. Two cards of the same hash stay what they are: for staff to tell apart. */
  put(card: CardHash, value: StatusAndEnd): void;
  remove(card: CardHash): void;
  /** Turns statuses that ended, and tests that grew too old to be told, in the hours (from, to]. */
  sweep(fromHour: number, toHour: number): void;
  /** What is other than it was when these began to be noted, each card once. */
  changes(): { readonly statuses: readonly SetEntry[]; readonly ends: readonly SetEntry[] };
}

/** Works on two sets, which it changes in place. */
export function workOn(statuses: CardSet = newCardSet(), ends: CardSet = newCardSet()): WorkingSet {
  const [statusesNoted, endsNoted] = [noting(statuses), noting(ends)];
  const put: WorkingSet['put'] = (card, { status, end }) => {
    const isShared = statuses.find(card) === statusClasses.ambiguous;
    statusesNoted.put(card, isShared ? statusClasses.ambiguous : status);
    endsNoted.put(card, isShared || status === statusClasses.ambiguous ? noEnd : end);
  };
  return {
    statuses,
    ends,
    put,
    remove(card) {
      if (statuses.find(card) === statusClasses.ambiguous) return;
      statusesNoted.remove(card);
      endsNoted.remove(card);
    },
    sweep(fromHour, toHour) {
      if (toHour <= fromHour) return;
      for (const card of found(ends, (byte) => endedBetween(byte, fromHour, toHour)))
        put(card, { status: overByte, end: noEnd });
      for (const card of found(statuses, (byte) => testAgedBetween(byte, fromHour, toHour)))
        put(card, { status: untestedByte, end: ends.find(card) ?? noEnd });
    },
    changes: () => ({ statuses: statusesNoted.changes(), ends: endsNoted.changes() }),
  };
}

/** Entries whose byte answers to something; gathered first, since they are changed where they lie. */
function found(set: CardSet, isMeant: (byte: number) => boolean): readonly SetEntry[] {
  const entries: SetEntry[] = [];
  for (let page = 0; page < pageCount; page += 1)
    eachEntry(page, set.entriesOf(page), (entry) => {
      if (isMeant(entry.status)) entries.push(entry);
    });
  return entries;
}

/** Changes a set and remembers what each card was before. */
function noting(set: CardSet) {
  const before = new Map<string, SetEntry>();
  const note = ({ page, remainder }: CardHash) => {
    const key = `${page}:${remainder}`;
    if (!before.has(key)) before.set(key, { page, remainder, status: set.find({ page, remainder }) ?? removedStatus });
  };
  return {
    put(card: CardHash, status: number) {
      note(card);
      set.put(card, status);
    },
    remove(card: CardHash) {
      note(card);
      set.remove(card);
    },
    changes(): readonly SetEntry[] {
      const changed: SetEntry[] = [];
      for (const { status: was, ...card } of before.values()) {
        const status = set.find(card) ?? removedStatus;
        if (status !== was) changed.push({ ...card, status });
      }
      return changed;
    },
  };
}
