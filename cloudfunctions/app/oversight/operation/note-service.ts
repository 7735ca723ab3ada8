import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import { type ServiceRecord, serviceStates } from './operation-record';

/** Is told how each call of an outside service ended: without a failure, it answered. */
export type NoteService = (service: string, failure?: string) => void;

/** The same is not written again within this time, so that the path of a scan is not made longer by notes. */
const holdsMs = 60_000;

/**
 * Keeps when each outside service answered and failed last: at every change, otherwise once a minute. Whoever calls does not wait, and
 * a note that cannot be written is left out.
 */
export function makeNoteService({
  store,
  clock,
}: {
  readonly store: DocumentStore;
  readonly clock: Clock;
}): NoteService {
  const last = new Map<string, { readonly failure: string | undefined; readonly at: Instant }>();
  return (service, failure) => {
    const now = clock.now();
    const before = last.get(service);
    if (before && before.failure === failure && now - before.at < holdsMs) return;
    last.set(service, { failure, at: now });
    const changed = failure === undefined ? { answeredAt: now } : { failedAt: now, failure };
    write(store, service, changed).catch(() => undefined);
  };
}

/** Is told whenever the breaker around a call opens, is tried or closes. */
export type NoteBreaker = (service: string, isOpen: boolean) => void;

/** Keeps since when a service is not asked. The first closed state of a start is none of its changes. */
export function makeNoteBreaker({
  store,
  clock,
}: {
  readonly store: DocumentStore;
  readonly clock: Clock;
}): NoteBreaker {
  const open = new Set<string>();
  return (service, isOpen) => {
    if (isOpen === open.has(service)) return;
    if (isOpen) open.add(service);
    else open.delete(service);
    write(store, service, { restsSince: isOpen ? clock.now() : 0 }).catch(() => undefined);
  };
}

/** Two notes about one service may come together: the second is written over what the first left. */
async function write(store: DocumentStore, service: string, changed: Partial<ServiceRecord>): Promise<void> {
  const found = await store.get(serviceStates, service);
  if (!found) {
    if ((await store.insert(serviceStates, { _id: service, ...changed })) !== 'inserted')
      await write(store, service, changed);
    return;
  }
  const { _v, ...record } = found;
  if ((await store.update(serviceStates, { ...record, ...changed }, _v)) === 'conflict')
    await write(store, service, changed);
}
