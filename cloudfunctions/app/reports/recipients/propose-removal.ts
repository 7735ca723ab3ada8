import type { proposeRemoval as endpoint } from '@tongcheng/shared/reports/api';
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

const removable: ReadonlySet<RecipientRecord['state']> = new Set(['approved', 'confirmed']);

/** Proposes to remove a recipient; until another official approves, reports are still sent. In the place of a proposal that is over, too. */
export const proposeRemoval: UseCase<typeof endpoint, Needs> = async (needs, caller, { recipientId, reason }) => {
  const found = await needs.store.get(recipients, recipientId);
  if (!found || !oversees(caller, { level: found.level ?? 'city', code: found.city })) return fail('recipient-unknown');
  const change = { who: caller.officialId, reason: 'propose-removal' };
  const proposed = await changeRecipient(needs, recipientId, change, (recipient) =>
    removable.has(recipient.state) || isOver(recipient, needs.clock.now())
      ? {
          ...recipient,
          state: 'removal-proposed',
          ...{ removalBy: caller.officialId, removalReason: reason, removalAt: needs.clock.now() },
        }
      : undefined,
  );
  return proposed ? ok(recipientRow(proposed)) : fail('nothing-to-decide');
};

const isOver = (recipient: RecipientRecord, now: Instant): boolean =>
  recipient.state === 'removal-proposed' && now - (proposalOf(recipient)?.at ?? now) > proposalMs;
