import { addDays, type Day, dayMs, dayStart, minuteMs } from '@tongcheng/shared/time';
import type { AnyCollection } from '../../../ports/any-collection';
import type { Clock } from '../../../ports/clock';
import type { Collection, Doc, DocumentStore, Where } from '../../../ports/document-store';
import type { DayScope, KeyClass } from '../../../vault/vault';
import {
  certificateId,
  type DeletionCause,
  deletionCertificates,
} from '../../publications/certificates/deletion-certificate-record';
import type { Clocks } from '../clocks';
import { everyCollection } from '../every-collection';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** The clock of the collections whose documents a class of keys seals. */
const clockOf = { city: 'city-retention', coach: 'coach-retention' } as const satisfies Record<KeyClass, string>;

/**
 * Counts the days that end today or tomorrow, each once: a day of twenty million scans is then counted the day before its key goes, and its
 * destruction waits for no count.
 */
export async function countEndingDays(needs: Needs, clocks: Clocks, live: readonly DayScope[]): Promise<void> {
  for (const scope of live) {
    const from = clocks.keptFrom(scope.keyClass, scope.city);
    if (from !== undefined && scope.day < addDays(from, 1)) await countDay(needs, scope, 'retention');
  }
}

/** Keeps what is in a day, unless it was counted before. A day that cannot be read is no reason to keep its key: then it says no counts. */
export async function countDay(needs: Needs, scope: DayScope, cause: DeletionCause): Promise<void> {
  const { store, clock } = needs;
  const _id = certificateId(scope);
  if (await store.get(deletionCertificates, _id)) return;
  const counts = await countsOf(store, scope).catch(() => undefined);
  await store.insert(deletionCertificates, {
    _id,
    ...scope,
    state: 'counted',
    ...(counts && { counts }),
    countedAt: clock.now(),
    cause,
  });
}

async function countsOf(store: DocumentStore, scope: DayScope): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const each of everyCollection)
    if (isSealedBy(each, scope.keyClass))
      counts[each.name] = await each.visit({ of: (collection) => countIn(store, collection, scope) });
  return counts;
}

const isSealedBy = ({ keep, belongs }: AnyCollection, keyClass: KeyClass): boolean =>
  keep.until === clockOf[keyClass] && belongs.to === 'rider-of-day';

/** A day is counted so much at a time: a store that answers one question after another answers scans between two of them. */
const sliceMs = 10 * minuteMs;

/** What a day's key seals says of which city it is: the key is of one. */
async function countIn<D extends Doc>(
  store: DocumentStore,
  from: Collection<D>,
  { city, day }: DayScope,
): Promise<number> {
  const among = (more: object): Where<D> => JSON.parse(JSON.stringify({ day, city, ...more }));
  const isSliced = from.indexes.some(([first, second]) => first === 'city' && second === 'recordedAt');
  if (!isSliced) return store.count(from, among({}));
  let counted = 0;
  for (const recordedAt of slicesOf(day)) counted += await store.count(from, among({ recordedAt }));
  return counted;
}

/** Ranges that hold every instant once: before the day, its slices, and what came later from phones that were offline. */
function slicesOf(day: Day): readonly { readonly gte?: number; readonly lt?: number }[] {
  const starts = Array.from({ length: dayMs / sliceMs + 1 }, (_, at) => dayStart(day) + at * sliceMs);
  const slices = starts.map((gte, at) => ({ gte, ...(starts[at + 1] !== undefined && { lt: starts[at + 1] }) }));
  return [{ lt: dayStart(day) }, ...slices];
}
