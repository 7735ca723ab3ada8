import { createHash } from 'node:crypto';
import type { StaffRole } from '@tongcheng/shared/access';
import type { StaffScope } from '@tongcheng/shared/caller';
import { tidyCode } from '@tongcheng/shared/one-time-code';
import type { StaffName } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import { collection, type DocumentStore } from '../../ports/document-store';
import type { StaffOf } from '../rides/assisted/staff-of';
import { makeShortCache } from '../venues/short-cache';

/** Who ended what was granted, when and why; absent while it holds. */
interface Revocable {
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
  readonly revokedReason?: string;
}

/** An invitation, kept by the digest of its code; good once. */
export interface InvitationRecord extends Revocable {
  readonly _id: string;
  readonly city: string;
  readonly role: StaffRole;
  readonly venueIds: readonly string[];
  /** Whose staff they will be; absent: of a city's ride registration. */
  readonly operatorId?: string;
  /** Absent: the venues. */
  readonly scope?: StaffScope;
  readonly expiresAt: Instant;
  readonly invitedBy: string;
  /** When a visitor code was made; absent of other invitations, and of the codes of earlier releases. */
  readonly invitedAt?: Instant;
  /** Set by whoever accepts it. */
  readonly staffId?: string;
  /** L-06: posted at a station for crews from outside the province; good until it ends, for many. Nobody's `staffId` is set. */
  readonly visitors?: true;
}
export const invitations = collection<InvitationRecord>()({
  name: 'invitations',
  keep: { until: 'never', because: 'who invited whom stays known' },
  belongs: { to: 'worker' },
  indexes: [['city', 'expiresAt']],
});

/** The id under which an invitation is kept; typed in any case and width, with or without hyphens, O and 0, I, L and 1 alike. */
export const invitationId = (typed: string): string => createHash('sha256').update(tidyCode(typed)).digest('base64url');

/** A member of staff at venues, for as long as the shift's session. */
export interface StaffRecord extends Revocable {
  readonly _id: string;
  readonly displayName: string;
  readonly city: string;
  readonly role: StaffRole;
  readonly venueIds: readonly string[];
  readonly operatorId?: string;
  readonly scope?: StaffScope;
  readonly invitedBy: string;
  /** L-06: the visitor code by which they came in. */
  readonly visitorOf?: string;
}
export const staffMembers = collection<StaffRecord>()({
  name: 'staff',
  keep: { until: 'never', because: 'who worked where stays known' },
  belongs: { to: 'worker' },
  indexes: [['city']],
});

/** Makes the reader of staff's names and roles that screens and reports share. */
export const makeStaffOf = ({ store, clock }: { store: DocumentStore; clock: Clock }): StaffOf =>
  makeShortCache<StaffName | undefined>(clock, async (staffId) => {
    const staff = await store.get(staffMembers, staffId);
    return staff && { name: staff.displayName, role: staff.role };
  });
