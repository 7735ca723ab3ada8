import type { addPartnerKey as endpoint } from '@tongcheng/shared/partners/api';
import { fail, ok } from '@tongcheng/shared/result';
import { isPublicKey } from '../devices/ed25519';
import type { UseCase } from '../use-case';
import { changePartner, type PartnerNeeds } from './change-partner';
import { partnerRow } from './partner-record';

/** Adds a key: both hold until the old one is revoked, so that a rotation loses no request. */
export const addPartnerKey: UseCase<typeof endpoint, PartnerNeeds> = async (
  needs,
  caller,
  { partnerId, keyId, publicKey },
) => {
  if (!isPublicKey(publicKey)) return fail('key-refused');
  const added = { keyId, publicKey, addedAt: needs.clock.now(), addedBy: caller.officialId };
  const changed = await changePartner(needs, caller, { partnerId, reason: 'add-key' }, (found) =>
    found.keys.some((key) => key.keyId === keyId)
      ? fail('key-id-taken')
      : ok({ ...found, keys: [...found.keys, added] }),
  );
  return changed.ok ? ok(partnerRow(changed.value)) : changed;
};
