import { oldestTestHours } from '@tongcheng/shared/gates/status-byte';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { Lease } from '../../ports/lease';
import type { Log } from '../../ports/log';
import type { ObjectStore } from '../../ports/object-store';
import type { StatusFeed } from '../../ports/status-feed';
import type { Vault } from '../../vault/vault';
import { loadSet } from './load-set';
import type { SetSigner } from './server-keys';
import type { ToldOfSet } from './set-files';
import type { CardSetHead } from './set-record';
import { type WorkingSet, workOn } from './working-set';

/** What making the sets of cities takes. */
export interface MakeSetNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: Pick<KeyService, 'derive'>;
  readonly vault: Vault;
  readonly objects: ObjectStore;
  readonly lease: Lease;
  readonly log: Log;
  readonly statusFeed: StatusFeed | undefined;
  readonly stopping?: AbortSignal;
}

/** Sets that this process made last, so that it need not read them again; by store and city. */
const made = new WeakMap<DocumentStore, Map<string, { readonly version: number; readonly work: WorkingSet }>>();

/** What the head of the next file of a set says. */
export const toldOf = (
  { _id: city, epoch, version }: Pick<CardSetHead, '_id' | 'epoch' | 'version'>,
  madeAt: Instant,
  hour: number,
): ToldOfSet => ({
  ...{ city, epoch, madeAt },
  version: version + 1,
  testsSince: (hour - oldestTestHours) * hourMs,
});

/** The set of the head: as this process made it, or from its files. Taken out of what is kept, since it is changed from here on. */
export async function workFor(needs: MakeSetNeeds, signer: SetSigner, head: CardSetHead): Promise<WorkingSet> {
  const kept = made.get(needs.store)?.get(head._id);
  made.get(needs.store)?.delete(head._id);
  return kept?.version === head.version ? workOn(kept.work.statuses, kept.work.ends) : loadSet(needs, signer, head);
}

/** Keeps a set for the next run of this process. */
export function keepMade(
  { store }: Pick<MakeSetNeeds, 'store'>,
  head: Pick<CardSetHead, '_id' | 'version'>,
  work: WorkingSet,
): void {
  const ofStore = made.get(store) ?? new Map<string, { readonly version: number; readonly work: WorkingSet }>();
  made.set(store, ofStore.set(head._id, { version: head.version, work }));
}

/** A set that is read from its files; undefined, and told in the log, where they are damaged or gone. */
export async function readable(
  { log }: Pick<MakeSetNeeds, 'log'>,
  read: () => Promise<WorkingSet>,
): Promise<WorkingSet | undefined> {
  try {
    return await read();
  } catch (fault) {
    const text = fault instanceof Error ? (fault.stack ?? fault.name) : 'not an Error';
    log.event('fault', 'a card set could not be read and is made anew', { fault: text });
    return undefined;
  }
}
