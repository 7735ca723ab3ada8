import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Collection, DocumentStore } from '../../ports/document-store';
import type { ErasedKey, KeptKey, KeyKind, KeyStore } from '../../ports/key-store';

/** A wrapped key as a document; null once it was erased and its id stays closed. */
interface KeyRecord {
  readonly _id: string;
  readonly wrapped: string | null;
}

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Asked after an erasure: days for which files of the store may hold what was erased; undefined where nobody can say. */
  readonly copyDays?: (() => number | undefined) | undefined;
  /** Where each kind is kept. */
  readonly collections: {
    readonly day: Collection<KeyRecord>;
    readonly person: Collection<{ readonly _id: string; readonly wrapped: string }>;
    readonly case: Collection<KeyRecord>;
    readonly epoch: Collection<KeyRecord>;
  };
}

/** Kinds whose erased ids stay closed. */
type ClosedKind = Exclude<KeyKind, 'person'>;

const dayMs = 86_400_000;

/** Wrapped keys as documents of a store; the wiring chooses one that keeps them apart from the other documents. */
export function openStoreKeys(needs: Needs): KeyStore {
  const { store, clock, copyDays, collections } = needs;
  const get = async (kind: KeyKind, id: string): Promise<KeptKey | undefined> => {
    const found = kind === 'person' ? await store.get(collections.person, id) : await store.get(collections[kind], id);
    if (!found) return undefined;
    return found.wrapped === null ? { state: 'erased' } : { state: 'held', wrapped: found.wrapped };
  };
  return {
    putIfAbsent: async (kind, _id, wrapped) => {
      const record = { _id, wrapped };
      const put =
        kind === 'person'
          ? await store.insert(collections.person, record)
          : await store.insert(collections[kind], record);
      return put === 'inserted' ? 'put' : 'exists';
    },
    get,
    getMany: async (kind, ids) => {
      const [first] = ids;
      if (first === undefined) return new Map();
      // One id, the usual case, by the cheaper get.
      if (ids.length === 1) {
        const kept = await get(kind, first);
        return new Map(kept?.state === 'held' ? [[first, kept.wrapped]] : []);
      }
      const query = { where: { _id: { in: ids } }, limit: 1_000 };
      const found =
        kind === 'person' ? await store.find(collections.person, query) : await store.find(collections[kind], query);
      return new Map(found.items.flatMap(({ _id, wrapped }) => (wrapped === null ? [] : [[_id, wrapped] as const])));
    },
    erase: async (kind, ids) => {
      const eraseOne = (id: string) =>
        kind === 'person' ? store.delete(collections.person, id) : closeFor(needs, kind, id);
      const faults: unknown[] = [];
      for (let from = 0; from < ids.length; from += atOnce)
        faults.push(...(await faultsOf(ids.slice(from, from + atOnce).map(eraseOne))));
      if (faults.length > 0) throw faults[0];
      return erased(clock.now(), copyDays?.());
    },
    held: (kind) => (kind === 'person' ? heldPersons(needs) : heldOpen(needs, kind)),
  };
}

/** Keys that are erased side by side: the store commits and cleans them together. */
const atOnce = 50;

/** Lets all end; gives what was thrown. */
const faultsOf = async (all: readonly Promise<void>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(all)).flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));

const erased = (erasedAt: Instant, copyDays: number | undefined): ErasedKey => ({
  erasedAt,
  copiesUntil: copyDays === undefined ? 'unknown' : erasedAt + copyDays * dayMs,
});

/**
 * Leaves a tombstone even where there was no key: a day stays closed for late scans too. One that is there is written again: whoever wrote
 * it may have ended before the store cleaned its log.
 */
async function closeFor(needs: Needs, kind: ClosedKind, id: string): Promise<void> {
  const { store } = needs;
  const from = needs.collections[kind];
  const found = await store.get(from, id);
  const tombstone = { _id: id, wrapped: null };
  const done = found
    ? (await store.update(from, tombstone, found._v)) === 'updated'
    : (await store.insert(from, tombstone)) === 'inserted';
  if (!done) await closeFor(needs, kind, id);
}

async function* heldOpen({ store, collections }: Needs, kind: ClosedKind) {
  for await (const batch of store.stream(collections[kind], { where: {} }))
    yield batch.filter(({ wrapped }) => wrapped !== null).map(({ _id }) => _id);
}

async function* heldPersons({ store, collections }: Needs) {
  for await (const batch of store.stream(collections.person, { where: {} })) yield batch.map(({ _id }) => _id);
}
