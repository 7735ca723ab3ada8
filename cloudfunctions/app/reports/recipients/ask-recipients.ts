import { confirmationMail } from '@tongcheng/shared/reports/mail-text';
import { attemptLimitMs } from '@tongcheng/shared/reports/retry';
import type { Stored } from '../../../ports/document-store';
import type { Mail } from '../../../ports/mailer';
import { scopeOf } from '../../venues/scope-of';
import { type RecipientRecord, recipients } from '../records';
import { attempt, nextTry } from '../sending/attempt';
import type { SendingNeeds } from '../sending/needs';
import { messageIdOf } from '../sending/queue-deliveries';
import { confirmationEnds, confirmationToken } from './confirmation-token';

/** Asks approved recipients by mail to confirm, each until the mail is taken. The recipient's record is the outbox. */
export async function askRecipients(needs: SendingNeeds): Promise<number> {
  const where = { state: 'approved', askAt: { gt: 0, lte: needs.clock.now() } } as const;
  const { items } = await needs.store.find(recipients, { where, limit: 100 });
  const asked = await Promise.all(items.map((recipient) => ask(needs, recipient)));
  return asked.filter(Boolean).length;
}

async function ask(needs: SendingNeeds, due: Stored<RecipientRecord>): Promise<boolean> {
  const { _v, ...recipient } = due;
  const attempts = recipient.askAttempts + 1;
  const claimed = { ...recipient, askAttempts: attempts, askAt: needs.clock.now() + attemptLimitMs };
  if ((await needs.store.update(recipients, claimed, _v)) !== 'updated') return false;
  const outcome = await attempt(needs.mailer, () => mailTo(needs, recipient));
  const again = outcome.is === 'later' ? nextTry(attempts, needs.clock.now()) : undefined;
  await needs.store.update(recipients, { ...claimed, askAt: again ?? 0 }, _v + 1);
  return true;
}

async function mailTo(needs: SendingNeeds, recipient: RecipientRecord): Promise<Mail> {
  const { _id, city, level = 'city', address, approvedAt = 0 } = recipient;
  const name = (await scopeOf(needs, { level, code: city }))?.settings.name ?? { zh: city, en: city };
  const link = `${needs.publicUrl}/console/#/confirm/${await confirmationToken(needs.keys, recipient)}`;
  return {
    messageId: messageIdOf(`confirm.${_id}`, approvedAt, needs.publicUrl),
    date: approvedAt,
    to: [address],
    ...confirmationMail(name, link, confirmationEnds(recipient)),
    attachments: [],
  };
}
