import type { confirmRecipient as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { hourMs } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { UseCase } from '../../use-case';
import { type RecipientRecord, recipients } from '../records';
import { changeRecipient } from './change-recipient';
import { confirmationEnds, isGenuine, recipientOfToken } from './confirmation-token';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  /** How long after the approval the first report may be sent: time for others to notice a change. */
  readonly recipientDelayHours: number;
}

/** A recipient says that the address is theirs. Confirming twice is no harm, at the same time neither. */
export const confirmRecipient: UseCase<typeof endpoint, Needs> = async (needs, caller, { token }) => {
  const found = await needs.store.get(recipients, recipientOfToken(token));
  if (!found || !(await isGenuine(needs.keys, found, token))) return fail('confirmation-refused');
  const { address, city } = found;
  if (found.state === 'confirmed') return ok({ address, city });
  const now = needs.clock.now();
  if (found.state !== 'approved' || now >= confirmationEnds(found)) return fail('confirmation-refused');
  const change = { who: found._id, reason: 'confirm' };
  const confirmed = await changeRecipient(needs, found._id, change, (recipient) =>
    recipient.state === 'approved' ? confirmedAt(recipient, now, needs.recipientDelayHours) : undefined,
  );
  // Changed by somebody else meanwhile, as by the second click of the same person: what it is now decides.
  return confirmed ? ok({ address, city }) : confirmRecipient(needs, caller, { token });
};

const confirmedAt = (recipient: RecipientRecord, now: number, delayHours: number): RecipientRecord => ({
  ...recipient,
  state: 'confirmed',
  confirmedAt: now,
  activeFrom: Math.max(now, (recipient.approvedAt ?? now) + delayHours * hourMs),
  askAt: 0,
});
