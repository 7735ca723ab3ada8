import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { recordAccess } from '../../audit/record-access';
import { type RecipientRecord, recipients } from '../records';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/**
 * Changes a recipient by one step, recorded before it is done; `step` gives undefined when there is nothing to change.
 * Tried again when somebody else changed it meanwhile. Gives the recipient as it is afterwards.
 */
export async function changeRecipient(
  needs: Needs,
  id: string,
  change: { readonly who: string; readonly reason: string },
  step: (found: RecipientRecord) => RecipientRecord | undefined,
): Promise<RecipientRecord | undefined> {
  for (;;) {
    const stored = await needs.store.get(recipients, id);
    if (!stored) return undefined;
    const { _v, ...found } = stored;
    const changed = step(found);
    if (!changed) return undefined;
    await recordChange(needs, changed, change);
    if ((await needs.store.update(recipients, changed, _v)) === 'updated') return changed;
  }
}

/** Puts a change of who receives reports on record. */
export const recordChange = (
  needs: Needs,
  { _id, city }: RecipientRecord,
  { who, reason }: { readonly who: string; readonly reason: string },
) => recordAccess(needs, { purpose: 'report-recipients', who, city, what: _id, reason, counts: {} });
