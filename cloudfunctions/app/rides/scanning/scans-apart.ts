import type { RiderCaller } from '@tongcheng/shared/caller';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault } from '../../../vault/vault';
import { ownAccounts } from '../../identity/account/accounts-of';
import type { ScanRecord } from '../scan-record';

const markOf = (dayVault: DayVault, accountId: string): string => dayVault.pseudonym(`apart.${accountId}`);

/** What marks the scans of an account that keeps them apart (decision 149); a family member's are never. */
export const apartMark = (
  dayVault: DayVault,
  { apart, memberId, accountId }: Pick<RiderCaller, 'apart' | 'memberId' | 'accountId'>,
): string | undefined => (apart === undefined || memberId !== undefined ? undefined : markOf(dayVault, accountId));

/**
 * Those of the scans of a person that the caller may see. An account that only claims to be the person sees what it made itself; one that is
 * proven sees all but what accounts made that are not proven, or not of a kind that it may speak for.
 */
export async function scansShownTo<S extends Pick<ScanRecord, 'apart' | 'rider' | 'day'>>(
  store: DocumentStore,
  caller: RiderCaller,
  dayVaultOf: (day: string) => DayVault | undefined,
  records: readonly S[],
): Promise<readonly S[]> {
  if (caller.memberId !== undefined) return records.filter(({ apart }) => apart === undefined);
  const seesAll = caller.apart !== 'sees-own';
  if (seesAll && records.every(({ apart }) => apart === undefined)) return records;
  const accountIds = seesAll ? (await ownAccounts(store, caller)).all.map(({ _id }) => _id) : [caller.accountId];
  return records.filter(({ apart, rider, day }) => {
    if (apart === undefined && seesAll) return true;
    const dayVault = dayVaultOf(day);
    if (!dayVault) return false;
    return apart === undefined
      ? rider === dayVault.pseudonym(`a_${caller.accountId}`)
      : accountIds.some((accountId) => markOf(dayVault, accountId) === apart);
  });
}
