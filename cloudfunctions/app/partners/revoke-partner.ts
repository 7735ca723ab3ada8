import type { revokePartner as endpoint } from '@tongcheng/shared/partners/api';
import { ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { changePartner, type PartnerNeeds } from './change-partner';
import { partnerRow } from './partner-record';

/** Revokes a partner system with all its keys; the next request is refused. */
export const revokePartner: UseCase<typeof endpoint, PartnerNeeds> = async (needs, caller, { partnerId }) => {
  const end = { revokedAt: needs.clock.now(), revokedBy: caller.officialId };
  const changed = await changePartner<never>(needs, caller, { partnerId, reason: 'revoke' }, (found) =>
    ok({ ...end, ...found }),
  );
  return changed.ok ? ok(partnerRow(changed.value)) : changed;
};
