import type { decideRecipient as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { UseCase } from '../../use-case';
import { type RecipientRecord, recipients } from '../records';
import { recipientRow } from '../rows';
import { changeRecipient } from './change-recipient';
import { proposalMs, proposalOf } from './proposal';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/**
 * Approves or rejects what another official proposed: a new recipient, or a removal. An approval names the proposal that was
 * looked at, by its digest, and holds for a week; rejecting is always possible, and of one's own proposal it is a withdrawal.
 */
export const decideRecipient: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { recipientId, approve } = input;
  const found = await needs.store.get(recipients, recipientId);
  if (!found || !oversees(caller, { level: found.level ?? 'city', code: found.city })) return fail('recipient-unknown');
  const proposal = proposalOf(found);
  if (!proposal) return fail('nothing-to-decide');
  const isOwn = proposal.by === caller.officialId;
  if (approve && isOwn) return fail('second-person-needed');
  if (approve && input.proposal !== proposal.digest) return fail('proposal-changed');
  if (approve && needs.clock.now() - proposal.at > proposalMs) return fail('proposal-expired');
  const change = { who: caller.officialId, reason: approve ? 'approve' : isOwn ? 'withdraw' : 'reject' };
  const decided = await changeRecipient(needs, recipientId, change, (recipient) =>
    proposalOf(recipient)?.digest === proposal.digest
      ? decision(recipient, approve, caller.officialId, needs.clock.now())
      : undefined,
  );
  return decided ? ok(recipientRow(decided)) : fail('nothing-to-decide');
};

function decision(recipient: RecipientRecord, approve: boolean, who: string, now: Instant): RecipientRecord {
  if (recipient.state === 'proposed') {
    if (!approve) return { ...recipient, state: 'removed' };
    return { ...recipient, state: 'approved', approvedBy: who, approvedAt: now, askAt: now, askAttempts: 0 };
  }
  if (approve) return { ...recipient, state: 'removed', askAt: 0 };
  const { removalBy: _by, removalReason: _reason, removalAt: _at, ...kept } = recipient;
  return { ...kept, state: kept.confirmedAt === undefined ? 'approved' : 'confirmed' };
}
