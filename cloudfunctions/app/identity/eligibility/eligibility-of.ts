import type { Eligibility } from '@tongcheng/shared/eligibility';
import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { EligibilityWire } from '@tongcheng/shared/identity/wire';
import type { Vault } from '../../../vault/vault';
import type { AccountRecord } from '../account-record';

/** The eligibility an account keeps, opened; that of nobody before authentication. */
export async function eligibilityOf(vault: Vault, account: AccountRecord): Promise<Eligibility> {
  const { personId, sealedStanding, _id } = account;
  return personId === undefined ? unknownEligibility : openEligibility(vault, personId, _id, sealedStanding);
}

/** A person’s eligibility out of its seal, which is bound to the record it lies in. Of nothing known: unavailable, never green. */
export async function openEligibility(
  vault: Vault,
  personId: string,
  recordId: string,
  sealed: string | undefined,
): Promise<Eligibility> {
  if (sealed === undefined) return { identity: true, status: 'unavailable', test: 'unavailable' };
  return EligibilityWire.parse(JSON.parse(await vault.openFor(personId, recordId, sealed)));
}
