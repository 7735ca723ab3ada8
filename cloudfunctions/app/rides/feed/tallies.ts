import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore, Where } from '../../../ports/document-store';
import { isCounted, type ScanRecord } from '../scan-record';
import { type FollowPosition, forEachNewScan, newFollowPosition } from './new-scans';

interface Kept<T> {
  readonly tally: T;
  readonly watch: FollowPosition;
  /** The sweep before; sweeps of one tally go one after the other. */
  swept: Promise<void>;
}

/** Gives a tally of all scans that match, brought up to date. */
export type TallyOf<T> = (store: DocumentStore, key: string, where: Where<ScanRecord>, now: Instant) => Promise<T>;

/**
 * Running tallies of scans and their corrections: the first asking reads a day once, later ones read only what is new. They belong to the
 * process and to its store, hold nothing that the store does not, and so are the same after a restart and on every
 * instance. The `most` last asked for are kept.
 */
export const cacheTallies = <T>(
  empty: () => T,
  add: (tally: T, record: ScanRecord) => void,
  most: number,
): TallyOf<T> => {
  const byStore = new WeakMap<DocumentStore, Map<string, Kept<T>>>();
  return async (store, key, where, now) => {
    const held = byStore.get(store) ?? new Map<string, Kept<T>>();
    byStore.set(store, held);
    const kept = held.get(key) ?? { tally: empty(), watch: newFollowPosition(), swept: Promise.resolve() };
    remember(held, key, kept, most);
    const see = (record: ScanRecord): void => (isTallied(record) ? add(kept.tally, record) : undefined);
    const sweep = (): Promise<void> => forEachNewScan(store, where, kept.watch, now, see);
    kept.swept = kept.swept.then(sweep, sweep);
    await kept.swept;
    return kept.tally;
  };
};

/** Corrections come as records of their own, after what they correct; demonstrations never count. */
const isTallied = (record: ScanRecord): boolean => isCounted(record) || record.corrects !== undefined;

/** The last asked for stands last; the first goes when there are too many. */
function remember<T>(held: Map<string, T>, key: string, kept: T, most: number): void {
  held.delete(key);
  held.set(key, kept);
  if (held.size <= most) return;
  for (const oldest of held.keys()) {
    held.delete(oldest);
    return;
  }
}
