import { createHash } from 'node:crypto';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { RecipientRecord } from '../records';

/** A proposal is decided within a week; later it has to be made again. */
export const proposalMs = 7 * dayMs;

/** What waits for another official's decision about a recipient. */
interface Proposal {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  /** A digest of all that would be approved: an approval names it, so that it holds for what was looked at and nothing else. */
  readonly digest: string;
}

/** The proposal about a recipient; undefined when nothing waits. A removal proposed by an earlier release has no time: it is over. */
export function proposalOf(recipient: RecipientRecord): Proposal | undefined {
  const { state, proposedBy, proposedAt, removalBy, removalAt = 0, removalReason = '' } = recipient;
  if (state === 'proposed') return proposal(recipient, proposedBy, proposedAt, recipient.reason);
  if (state !== 'removal-proposed' || removalBy === undefined) return undefined;
  return proposal(recipient, removalBy, removalAt, removalReason);
}

function proposal(
  { _id, state, city, level = 'city', medium, address, form, subjects = [] }: RecipientRecord,
  by: string,
  at: Instant,
  reason: string,
): Proposal {
  const to = medium === undefined ? address : [medium, address];
  const content = JSON.stringify([_id, state, city, level, to, form, subjects, reason, by, at]);
  return { by, at, reason, digest: createHash('sha256').update(content).digest('base64url') };
}
