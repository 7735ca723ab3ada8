import type { Instant } from '@tongcheng/shared/time';
import type { Collection, Doc, Stored } from '../../../ports/document-store';
import type { AuditNeeds } from '../../audit/chain';
import { recordAccess } from '../../audit/record-access';
import { keepEntry } from './keep-entry';
import type { OfOperator } from './operator-of-city';

interface Ending<D extends Doc> {
  readonly id: string;
  /** The official. */
  readonly by: string;
  readonly of: OfOperator;
  /** As the access log names it. */
  readonly recordedAs: string;
  /** The entry as it is from now on; absent where it is removed. */
  readonly change: ((known: Stored<D>, now: Instant) => D) | undefined;
}

interface Entry extends Doc {
  readonly operatorId: string;
}

/** Ends an entry of an operator's list, or removes it, on record; gives whether the list had it. */
export async function endEntry<D extends Entry>(
  needs: AuditNeeds,
  from: Collection<D>,
  { id, by, of: { city, operatorId }, recordedAs, change }: Ending<D>,
): Promise<boolean> {
  if ((await needs.store.get(from, id))?.operatorId !== operatorId) return false;
  await recordAccess(needs, { purpose: 'coach-fleet', who: by, city, what: id, reason: recordedAs, counts: {} });
  if (!change) {
    await needs.store.delete(from, id);
    return true;
  }
  const now = needs.clock.now();
  const came = await keepEntry(needs.store, from, id, (known) =>
    known?.operatorId === operatorId ? change(known, now) : undefined,
  );
  return came === 'kept';
}
