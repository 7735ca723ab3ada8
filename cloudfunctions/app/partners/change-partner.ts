import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import { type PartnerRecord, partners } from './partner-record';

/** What changing a partner system takes. */
export interface PartnerNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/**
 * Changes a partner system all of whose cities and provinces are the caller's, on record first; `step` gives a failure when
 * there is nothing to change. Tried again when somebody else changed it meanwhile.
 */
export async function changePartner<F extends string>(
  needs: PartnerNeeds,
  caller: OfficialCaller,
  { partnerId, reason }: { readonly partnerId: string; readonly reason: string },
  step: (found: PartnerRecord) => Result<PartnerRecord, F>,
): Promise<Result<PartnerRecord, F | 'partner-unknown'>> {
  const stored = await needs.store.get(partners, partnerId);
  if (!stored?.scopes.every((scope) => oversees(caller, scope))) return fail('partner-unknown');
  const { _v, ...found } = stored;
  const changed = step(found);
  if (!changed.ok) return changed;
  const access = { who: caller.officialId, city: '', what: partnerId, reason, counts: {} };
  await recordAccess(needs, { purpose: 'partner-keys', ...access });
  if ((await needs.store.update(partners, changed.value, _v)) === 'updated') return ok(changed.value);
  return changePartner(needs, caller, { partnerId, reason }, step);
}
