import type { decideRecipient as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import { type RecipientRecord, recipients } from '../records';
import { recipientRow } from '../rows';
import { changeRecipient } from './change-recipient';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/** Approves or rejects what another official proposed: a new recipient, or a removal. */
export const decideRecipient: UseCase<typeof endpoint, Needs> = async (needs, caller, { recipientId, approve }) => {
  const found = await needs.store.get(recipients, recipientId);
  if (!found || !oversees(caller, { level: found.level ?? 'city', code: found.city })) return fail('recipient-unknown');
  const proposer = proposerOf(found);
  if (proposer === undefined) return fail('nothing-to-decide');
  if (proposer === caller.officialId) return fail('second-person-needed');
  const change = { who: caller.officialId, reason: approve ? 'approve' : 'reject' };
  const decided = await changeRecipient(needs, recipientId, change, (recipient) =>
    proposerOf(recipient) === proposer && recipient.state === found.state
      ? decision(recipient, approve, caller.officialId, needs.clock.now())
      : undefined,
  );
  return decided ? ok(recipientRow(decided)) : fail('nothing-to-decide');
};

/** Whose proposal waits for a decision. */
const proposerOf = ({ state, proposedBy, removalBy }: RecipientRecord): string | undefined => {
  if (state === 'proposed') return proposedBy;
  return state === 'removal-proposed' ? removalBy : undefined;
};

function decision(recipient: RecipientRecord, approve: boolean, who: string, now: Instant): RecipientRecord {
  if (recipient.state === 'proposed') {
    if (!approve) return { ...recipient, state: 'removed' };
    return { ...recipient, state: 'approved', approvedBy: who, approvedAt: now, askAt: now, askAttempts: 0 };
  }
  if (approve) return { ...recipient, state: 'removed', askAt: 0 };
  const { removalBy: _by, removalReason: _reason, ...kept } = recipient;
  return { ...kept, state: kept.confirmedAt === undefined ? 'approved' : 'confirmed' };
}
