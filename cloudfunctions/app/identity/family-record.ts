import type { Relation } from '@tongcheng/shared/identity/family';
import { type DayInstant, wholeDayOf } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** Somebody without a phone in a rider's account: a person of their own in the vault, with an eligibility of their own. */
export interface FamilyMember {
  readonly memberId: string;
  readonly personId: string;
  readonly relation: Relation;
  readonly addedAt: DayInstant;
  /** The text that was agreed to on their behalf. */
  readonly consentVersion: string;
  /**
   * Nobody heard the member's own consent: no code of their account, no desk that saw their document. Their scans say so. Members of before
   * this was told apart were added by a word of the holder's and stay as they are.
   */
  readonly unconfirmed?: true;
  /** A guardian agreed for a child. */
  readonly guardian?: true;
  /** Status and test as their source gave them and when it was asked, sealed for the member. */
  readonly sealedStanding?: string;
}

/** A member as this release keeps them: an earlier one wrote moments, and beside the seal when the source was asked. */
export const memberInDays = ({
  standingAt: _asked,
  ...member
}: FamilyMember & { readonly standingAt?: unknown }): FamilyMember => ({
  ...member,
  addedAt: wholeDayOf(member.addedAt),
});

/** All members that one person (`_id`) looks after, in one document, so that five at most holds however many are added at once. */
export interface FamilyRecord {
  readonly _id: string;
  /** Oldest first. */
  readonly members: readonly FamilyMember[];
}
export const families = collection<FamilyRecord>()({
  name: 'families',
  keep: { until: 'owner' },
  belongs: { to: 'person', by: '_id', erased: 'at-once', exported: 'family' },
  distributeBy: '_id',
  indexes: [],
});

/** That a person is in the family of a holder: found from either side. Written before the member and deleted after. */
export interface Membership {
  /** `${personId}.${holderId}` */
  readonly _id: string;
  readonly personId: string;
  readonly holderId: string;
}
export const memberships = collection<Membership>()({
  name: 'memberships',
  keep: { until: 'owner' },
  belongs: {
    to: 'person',
    by: 'personId',
    erased: 'at-once',
    exported: { not: 'of whoever added them: the other side of their family' },
  },
  distributeBy: '_id',
  indexes: [['personId'], ['holderId']],
});
