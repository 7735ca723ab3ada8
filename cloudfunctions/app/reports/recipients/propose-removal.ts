import type { proposeRemoval as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
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

const removable: ReadonlySet<RecipientRecord['state']> = new Set(['approved', 'confirmed']);

/** Proposes to remove a recipient; until another official approves, reports are still sent. */
export const proposeRemoval: UseCase<typeof endpoint, Needs> = async (needs, caller, { recipientId, reason }) => {
  const found = await needs.store.get(recipients, recipientId);
  if (!found || !oversees(caller, { level: found.level ?? 'city', code: found.city })) return fail('recipient-unknown');
  const change = { who: caller.officialId, reason: 'propose-removal' };
  const proposed = await changeRecipient(needs, recipientId, change, (recipient) =>
    removable.has(recipient.state)
      ? { ...recipient, state: 'removal-proposed', removalBy: caller.officialId, removalReason: reason }
      : undefined,
  );
  return proposed ? ok(recipientRow(proposed)) : fail('nothing-to-decide');
};
