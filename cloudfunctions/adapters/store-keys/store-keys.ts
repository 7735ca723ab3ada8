import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Collection, DocumentStore } from '../../ports/document-store';
import type { KeptKey, KeyKind, KeyStore } from '../../ports/key-store';

/** A wrapped key as a document; null once it was erased and its id stays closed. */
interface KeyRecord {
  readonly _id: string;
  readonly wrapped: string | null;
}

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Days for which logs and backups of the store may hold what was erased; absent where nobody can say. */
  readonly copyDays?: number | undefined;
  /** Where each kind is kept. */
  readonly collections: {
    readonly day: Collection<KeyRecord>;
    readonly person: Collection<{ readonly _id: string; readonly wrapped: string }>;
  };
}

const dayMs = 86_400_000;

/** Wrapped keys as documents of a store; the wiring chooses one that keeps them apart from the other documents. */
export function openStoreKeys(needs: Needs): KeyStore {
  const { store, clock, copyDays, collections } = needs;
  const get = async (kind: KeyKind, id: string): Promise<KeptKey | undefined> => {
    const found = kind === 'day' ? await store.get(collections.day, id) : await store.get(collections.person, id);
    if (!found) return undefined;
    return found.wrapped === null ? { state: 'erased' } : { state: 'held', wrapped: found.wrapped };
  };
  return {
    putIfAbsent: async (kind, _id, wrapped) => {
      const record = { _id, wrapped };
      const put =
        kind === 'day' ? await store.insert(collections.day, record) : await store.insert(collections.person, record);
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
        kind === 'day' ? await store.find(collections.day, query) : await store.find(collections.person, query);
      return new Map(found.items.flatMap(({ _id, wrapped }) => (wrapped === null ? [] : [[_id, wrapped] as const])));
    },
    erase: async (kind, id) => {
      if (kind === 'day') await closeDay(needs, id);
      else await store.delete(collections.person, id);
      return erased(clock.now(), copyDays);
    },
    held: (kind) => (kind === 'day' ? heldDays(needs) : heldPersons(needs)),
  };
}

const erased = (erasedAt: Instant, copyDays: number | undefined) =>
  ({ erasedAt, copiesUntil: copyDays === undefined ? 'unknown' : erasedAt + copyDays * dayMs }) as const;

/** Leaves a tombstone even where there was no key: the day stays closed for late scans too. */
async function closeDay(needs: Needs, id: string): Promise<void> {
  const { store, collections } = needs;
  const found = await store.get(collections.day, id);
  if (found?.wrapped === null) return;
  const tombstone = { _id: id, wrapped: null };
  const done = found
    ? (await store.update(collections.day, tombstone, found._v)) === 'updated'
    : (await store.insert(collections.day, tombstone)) === 'inserted';
  if (!done) await closeDay(needs, id);
}

async function* heldDays({ store, collections }: Needs) {
  for await (const batch of store.stream(collections.day, { where: {} }))
    yield batch.filter(({ wrapped }) => wrapped !== null).map(({ _id }) => _id);
}

async function* heldPersons({ store, collections }: Needs) {
  for await (const batch of store.stream(collections.person, { where: {} })) yield batch.map(({ _id }) => _id);
}
