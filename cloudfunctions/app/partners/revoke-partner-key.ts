import type { revokePartnerKey as endpoint } from '@tongcheng/shared/partners/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../use-case';
import { changePartner, type PartnerNeeds } from './change-partner';
import { partnerRow } from './partner-record';

/** Revokes one key; the next request under it is refused. */
export const revokePartnerKey: UseCase<typeof endpoint, PartnerNeeds> = async (needs, caller, { partnerId, keyId }) => {
  const end = { revokedAt: needs.clock.now(), revokedBy: caller.officialId };
  const changed = await changePartner(needs, caller, { partnerId, reason: 'revoke-key' }, (found) =>
    found.keys.some((key) => key.keyId === keyId)
      ? ok({ ...found, keys: found.keys.map((key) => (key.keyId === keyId ? { ...end, ...key } : key)) })
      : fail('key-unknown'),
  );
  return changed.ok ? ok(partnerRow(changed.value)) : changed;
};
