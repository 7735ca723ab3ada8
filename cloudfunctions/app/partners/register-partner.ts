import { newId } from '@tongcheng/shared/ids';
import type { registerPartner as endpoint } from '@tongcheng/shared/partners/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Chance } from '../../ports/chance';
import { recordAccess } from '../audit/record-access';
import { isPublicKey } from '../devices/ed25519';
import type { UseCase } from '../use-case';
import type { PartnerNeeds } from './change-partner';
import { type PartnerRecord, partnerRow, partners } from './partner-record';

/** Registers a partner system for cities and provinces of the caller, on record first. */
export const registerPartner: UseCase<typeof endpoint, PartnerNeeds & { readonly chance: Chance }> = async (
  needs,
  caller,
  { kind, name, scopes, cardKinds, keyId, publicKey },
) => {
  if (!scopes.every((scope) => oversees(caller, scope))) return fail('city-unknown');
  if (!isPublicKey(publicKey)) return fail('key-refused');
  const now = needs.clock.now();
  const partner: PartnerRecord = {
    _id: newId(now, needs.chance.bytes),
    ...{ kind, name, scopes },
    ...(cardKinds && { cardKinds }),
    keys: [{ keyId, publicKey, addedAt: now, addedBy: caller.officialId }],
    registeredAt: now,
    registeredBy: caller.officialId,
  };
  const access = { who: caller.officialId, city: '', what: partner._id, reason: 'register', counts: {} };
  await recordAccess(needs, { purpose: 'partner-keys', ...access });
  await needs.store.insert(partners, partner);
  return ok(partnerRow(partner));
};
