import type { RiderCaller } from '@tongcheng/shared/caller';

/** Who a scan is of: the person, or the account while nobody has been authenticated (W-04). */
export const subjectOf = ({ personId, accountId }: Pick<RiderCaller, 'personId' | 'accountId'>): string =>
  personId === undefined ? `a_${accountId}` : `p_${personId}`;

/** Every subject that this rider's scans may be of: also the account's, from before authentication; a family member's are only their own. */
export const subjectsOf = (caller: Pick<RiderCaller, 'personId' | 'accountId' | 'memberId'>): readonly string[] =>
  caller.personId === undefined || caller.memberId !== undefined
    ? [subjectOf(caller)]
    : [subjectOf(caller), `a_${caller.accountId}`];

/** The person of a subject; undefined for an account. */
export const personOf = (subjectId: string): string | undefined =>
  subjectId.startsWith('p_') ? subjectId.slice(2) : undefined;
