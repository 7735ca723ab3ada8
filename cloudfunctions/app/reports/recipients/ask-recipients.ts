import { confirmationMail } from '@tongcheng/shared/reports/mail-text';
import { confirmationWords } from '@tongcheng/shared/reports/message-words';
import { attemptLimitMs } from '@tongcheng/shared/reports/retry';
import { dayOf } from '@tongcheng/shared/time';
import type { Stored } from '../../../ports/document-store';
import type { Mail } from '../../../ports/mailer';
import type { Alert } from '../../../ports/notifier';
import { scopeOf } from '../../venues/scope-of';
import { type RecipientRecord, recipients } from '../records';
import { attempt, attemptMessage, nextTry } from '../sending/attempt';
import type { SendingNeeds } from '../sending/needs';
import { messageIdOf } from '../sending/queue-deliveries';
import { confirmationEnds, confirmationToken } from './confirmation-token';

/** Asks approved recipients by mail or message to confirm, each until it is taken. The recipient's record is the outbox. */
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
  const outcome =
    recipient.medium === 'wechat'
      ? await attemptMessage(needs.bureauMessages, () => messageTo(needs, recipient))
      : await attempt(needs.mailer, () => mailTo(needs, recipient));
  const again = outcome.is === 'later' ? nextTry(attempts, needs.clock.now()) : undefined;
  const { askAnswer: _before, ...kept } = claimed;
  const told = outcome.is === 'sent' ? kept : { ...kept, askAnswer: outcome.answer };
  await needs.store.update(recipients, { ...told, askAt: again ?? 0 }, _v + 1);
  return true;
}

/** What mail and message tell: of which city, the link, and the id that is the same at every attempt. */
async function askedOf(needs: SendingNeeds, recipient: RecipientRecord) {
  const { _id, city, level = 'city', approvedAt = 0 } = recipient;
  return {
    name: (await scopeOf(needs, { level, code: city }))?.settings.name ?? { zh: city, en: city },
    link: `${needs.publicUrl}/console/#/confirm/${await confirmationToken(needs.keys, recipient)}`,
    messageId: messageIdOf(`confirm.${_id}`, approvedAt, needs.publicUrl),
    approvedAt,
    ends: confirmationEnds(recipient),
  };
}

async function mailTo(needs: SendingNeeds, recipient: RecipientRecord): Promise<Mail> {
  const { name, link, messageId, approvedAt, ends } = await askedOf(needs, recipient);
  const words = confirmationMail(name, link, ends);
  return { messageId, date: approvedAt, to: [recipient.address], ...words, attachments: [] };
}

async function messageTo(needs: SendingNeeds, recipient: RecipientRecord): Promise<Alert> {
  const { name, link, messageId, approvedAt, ends } = await askedOf(needs, recipient);
  const words = confirmationWords(name.zh, dayOf(approvedAt), ends);
  const to = { medium: 'wechat', address: recipient.address } as const;
  return { alertId: messageId, kind: 'recipient-confirmation', ...to, words, link };
}
