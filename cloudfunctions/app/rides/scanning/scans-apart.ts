import type { RiderCaller } from '@tongcheng/shared/caller';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { DayVault } from '../../../vault/vault';
import { ownAccounts } from '../../identity/account/accounts-of';
import type { ScanRecord } from '../scan-record';

type ShownScan = Pick<ScanRecord, 'apart' | 'rider' | 'day' | 'by' | 'family' | 'scannedAt'>;

const markOf = (dayVault: DayVault, accountId: string): string => dayVault.pseudonym(`apart.${accountId}`);

/** What marks the scans of an account that keeps them apart (decision 149); a family member's are never. */
export const apartMark = (
  dayVault: DayVault,
  { apart, memberId, accountId }: Pick<RiderCaller, 'apart' | 'memberId' | 'accountId'>,
): string | undefined => (apart === undefined || memberId !== undefined ? undefined : markOf(dayVault, accountId));

const familyMarkOf = (dayVault: DayVault, memberId: string): string => dayVault.pseudonym(`family.${memberId}`);

/** What marks the scans that a family makes for a member: to the family these rides are shown and no others (decision 150). */
export const familyMark = (dayVault: DayVault, { memberId }: Pick<RiderCaller, 'memberId'>): string | undefined =>
  memberId === undefined ? undefined : familyMarkOf(dayVault, memberId);

/** Whether a family made a scan for its member. Of before there were marks: some family did, since the member is in this one. */
export const isOfFamily = (
  dayVault: DayVault | undefined,
  { memberId, since }: { readonly memberId: string; readonly since: Instant },
  { by, family, scannedAt }: Pick<ScanRecord, 'by' | 'family' | 'scannedAt'>,
): boolean => {
  if (by !== 'family') return false;
  if (family === undefined) return scannedAt >= since;
  return dayVault !== undefined && family === familyMarkOf(dayVault, memberId);
};

/**
 * Those of the scans of a person that the caller may see. An account that only claims to be the person sees what it made itself; one that is
 * proven sees all but what accounts made that are not proven, or not of a kind that it may speak for. A family sees what it made for its member.
 */
export async function scansShownTo<S extends ShownScan>(
  store: DocumentStore,
  caller: RiderCaller,
  dayVaultOf: (day: string) => DayVault | undefined,
  records: readonly S[],
): Promise<readonly S[]> {
  const { memberId, memberSince: since = Number.POSITIVE_INFINITY } = caller;
  if (memberId !== undefined)
    return records.filter((record) => isOfFamily(dayVaultOf(record.day), { memberId, since }, record));
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
