import type { RiderCaller } from '@tongcheng/shared/caller';

/** Who a scan is of: the person, also where the account only claims to be them, or the account while nobody has been authenticated (W-04). */
export function subjectOf({
  personId,
  claimedPersonId,
  accountId,
}: Pick<RiderCaller, 'personId' | 'claimedPersonId' | 'accountId'>): string {
  const ridesAs = personId ?? claimedPersonId;
  return ridesAs === undefined ? `a_${accountId}` : `p_${ridesAs}`;
}

/** Every subject that this rider's scans may be of: also the account's, from before authentication; a family member's are only their own. */
export const subjectsOf = (
  caller: Pick<RiderCaller, 'personId' | 'claimedPersonId' | 'accountId' | 'memberId'>,
): readonly string[] =>
  (caller.personId ?? caller.claimedPersonId) === undefined || caller.memberId !== undefined
    ? [subjectOf(caller)]
    : [subjectOf(caller), `a_${caller.accountId}`];

/** The person of a subject; undefined for an account. */
export const personOf = (subjectId: string): string | undefined =>
  subjectId.startsWith('p_') ? subjectId.slice(2) : undefined;
