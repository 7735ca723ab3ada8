import type { Standing } from '@tongcheng/shared/identity/eligibility';
import { unknownStanding } from '@tongcheng/shared/identity/eligibility';
import { StandingWire } from '@tongcheng/shared/identity/wire';
import type { Vault } from '../../../vault/vault';
import type { AccountRecord } from '../account-record';

/** The standing an account keeps, opened; that of nobody before authentication. */
export async function standingOf(vault: Vault, account: AccountRecord): Promise<Standing> {
  const { personId, sealedStanding, _id } = account;
  return personId === undefined ? unknownStanding : openStanding(vault, personId, _id, sealedStanding);
}

/** A person's standing out of its seal, which is bound to the record it lies in. Of nothing known: unavailable, never green. */
export async function openStanding(
  vault: Vault,
  personId: string,
  recordId: string,
  sealed: string | undefined,
): Promise<Standing> {
  if (sealed === undefined) return { identity: true, status: 'unavailable', test: 'unavailable' };
  return StandingWire.parse(JSON.parse(await vault.openFor(personId, recordId, sealed)));
}
