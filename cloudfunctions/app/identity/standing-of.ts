import type { Standing } from '@tongcheng/shared/identity/standing';
import { unknownStanding } from '@tongcheng/shared/identity/standing';
import { StandingWire } from '@tongcheng/shared/identity/wire';
import type { Vault } from '../../vault/vault';
import type { AccountRecord } from './account-record';

/** The standing an account keeps, opened; that of nobody before authentication. */
export async function standingOf(vault: Vault, account: AccountRecord): Promise<Standing> {
  const { personId, sealedStanding, _id } = account;
  if (personId === undefined) return unknownStanding;
  if (sealedStanding === undefined) return { identity: true, status: 'unavailable', test: 'unavailable' };
  return StandingWire.parse(JSON.parse(await vault.openFor(personId, _id, sealedStanding)));
}
