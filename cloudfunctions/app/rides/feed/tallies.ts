import type { Instant } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';
import type { DocumentStore, Where } from '../../../ports/document-store';
import { isCounted, type ScanRecord } from '../scan-record';
import { type FollowPosition, forEachNewScan, newFollowPosition, wasRead } from './new-scans';

interface RunningTally<T> {
  readonly tally: T;
  readonly position: FollowPosition;
  /** Corrections that were read before what they correct, by its id. */
  readonly early: Map<string, readonly ScanRecord[]>;
  /** The update before; updates of one tally go one after the other. */
  updated: Promise<void>;
}

/** Gives a tally of all scans that match, brought up to date. */
export type TallyOf<T> = (store: DocumentStore, key: string, where: Where<ScanRecord>, now: Instant) => Promise<T>;

/**
 * Running tallies of scans and their corrections: the first call reads a day once, later ones read only what is new. They belong to the
 * process and to its store, hold nothing that the store does not, and so are the same after a restart and on every
 * instance. The last `maxTallies` asked for are kept.
 */
export const cacheTallies = <T>(
  empty: () => T,
  add: (tally: T, record: ScanRecord) => void,
  maxTallies: number,
): TallyOf<T> => {
  const memoMethod = () => ({
    tally: empty(),
    position: newFollowPosition(),
    early: new Map<string, readonly ScanRecord[]>(),
    updated: Promise.resolve(),
  });
  const byStore = new WeakMap<DocumentStore, LRUCache<string, RunningTally<T>>>();
  return async (store, key, where, now) => {
    const tallies = byStore.get(store) ?? new LRUCache<string, RunningTally<T>>({ max: maxTallies, memoMethod });
    byStore.set(store, tallies);
    const running = tallies.memo(key);
    const visit = (record: ScanRecord): void => (isTallied(record) ? addInOrder(running, record, add) : undefined);
    const update = (): Promise<void> => forEachNewScan(store, where, running.position, now, visit);
    running.updated = running.updated.then(update, update);
    await running.updated;
    return running.tally;
  };
};

/** A correction counts after what it corrects, in whatever order the two are read: it changes what was counted. */
function addInOrder<T>(
  { tally, position, early }: RunningTally<T>,
  record: ScanRecord,
  add: (tally: T, record: ScanRecord) => void,
): void {
  const { corrects, _id } = record;
  if (corrects && !wasRead(position, corrects.scan, corrects.recordedAt)) {
    early.set(corrects.scan, [...(early.get(corrects.scan) ?? []), record]);
    return;
  }
  add(tally, record);
  for (const correction of early.get(_id) ?? []) add(tally, correction);
  early.delete(_id);
}

/** Corrections come as records of their own; demonstrations never count. */
const isTallied = (record: ScanRecord): boolean => isCounted(record) || record.corrects !== undefined;
