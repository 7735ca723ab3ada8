import { reportKeyOf, reportName } from '@tongcheng/shared/reports/report-key';
import { attemptLimitMs } from '@tongcheng/shared/reports/retry';
import type { Stored } from '../../../ports/document-store';
import { alertOnCall } from '../../alerts/alert-on-call';
import { recordAccess } from '../../audit/record-access';
import { scopeOf } from '../../venues/scope-of';
import { type DeliveryRecord, deliveries, formUnder, type ReportRecord, recipients, reports } from '../records';
import type { ReportSubject } from '../subjects/subject';
import { attempt, attemptMessage, nextTry, type Outcome } from './attempt';
import type { SendingNeeds } from './needs';
import { reportMail } from './report-mail';
import { reportMessage } from './report-message';

/**
 * One attempt to send one delivery. Its row is claimed first by a change that only one runner can make; a runner that dies
 * keeps others away for {@link attemptLimitMs}. When the server said 250 and we die before the row says so, the next
 * attempt sends one identical mail with the same Message-ID: SMTP allows no better bound. False when another was faster.
 */
async function deliver(
  needs: SendingNeeds,
  subjects: readonly ReportSubject[],
  due: Stored<DeliveryRecord>,
): Promise<boolean> {
  const claimed = await claim(needs, due);
  if (!claimed) return false;
  const outcome = await sent(needs, subjects, claimed);
  const { _v, ...row } = claimed;
  const next = rowAfter(row, outcome, needs.clock.now());
  if (next.state === 'failed') await tellOfFailure(needs, next);
  await needs.store.update(deliveries, next, _v);
  needs.log.event(outcome.is === 'sent' ? 'notice' : 'warning', `report ${outcome.is}`, {
    deliveryId: row._id,
    count: row.attempts,
  });
  return true;
}

async function claim(needs: SendingNeeds, due: Stored<DeliveryRecord>): Promise<Stored<DeliveryRecord> | undefined> {
  const { _v, ...row } = due;
  const claimed = { ...row, attempts: row.attempts + 1, nextAttemptAt: needs.clock.now() + attemptLimitMs };
  return (await needs.store.update(deliveries, claimed, _v)) === 'updated' ? { ...claimed, _v: _v + 1 } : undefined;
}

async function sent(needs: SendingNeeds, subjects: readonly ReportSubject[], row: DeliveryRecord): Promise<Outcome> {
  const { subject: name } = reportKeyOf(row);
  const subject = subjects.find((each) => each.name === name);
  if (!subject) throw new Error(`nobody knows the subject ${name} of a queued report`);
  const report = await reportToSend(needs, row);
  if (report === 'not-yet') return { is: 'later', answer: '脱敏版尚未生成 the masked form is not there yet' };
  const recipient = await needs.store.get(recipients, row.recipientId);
  if (!report || report.forgottenAt !== undefined)
    return { is: 'refused', answer: '报表已按留存期销毁 the report was destroyed at the end of its retention' };
  if (!recipient || recipient.state === 'removed')
    return { is: 'refused', answer: '收件人已移除 the recipient was removed' };
  await recordSending(needs, row, report);
  const { address } = recipient;
  return recipient.medium === 'wechat'
    ? attemptMessage(needs.bureauMessages, () => reportMessage(needs, row, report, address, subject))
    : attempt(needs.mailer, () => reportMail(needs, row, report, address, subject));
}

/** The queued report; the masked form of the same version instead, where an earlier release made a full one without protection. */
async function reportToSend({ store }: SendingNeeds, { reportId }: DeliveryRecord) {
  const queued = await store.get(reports, reportId);
  if (!queued || formUnder(queued.protection, queued.form) === queued.form) return queued;
  return (await store.get(reports, `${queued.planId}.masked`)) ?? 'not-yet';
}

const recordSending = (needs: SendingNeeds, row: DeliveryRecord, { city, day, riders, rows }: ReportRecord) =>
  recordAccess(needs, {
    purpose: 'report-delivery',
    who: row.recipientId,
    city,
    day,
    what: row._id,
    counts: { riders, rows },
  });

/** Queued before the row says so: whoever dies between the two tries again, and tells the same notice again, which is one. */
async function tellOfFailure(needs: SendingNeeds, delivery: DeliveryRecord): Promise<void> {
  const { level, city, day } = reportKeyOf(delivery);
  const name = (await scopeOf(needs, { level, code: city }))?.settings.name.zh ?? city;
  await alertOnCall(needs, {
    what: `report-undelivered.${reportName(reportKeyOf(delivery))}`,
    kind: 'report-undelivered',
    city,
    words: { city: name, day },
  });
}

function rowAfter(row: DeliveryRecord, outcome: Outcome, now: number): DeliveryRecord {
  if (outcome.is === 'sent')
    return { ...row, state: 'sent', sentAt: now, nextAttemptAt: 0, lastAnswer: outcome.answer };
  const next = outcome.is === 'later' ? nextTry(row.attempts, now) : undefined;
  const told = { ...row, lastAnswer: outcome.answer };
  return next === undefined ? { ...told, state: 'failed', nextAttemptAt: 0 } : { ...told, nextAttemptAt: next };
}

/** Mails under way at once: a slow server holds up only its own recipient. */
const atOnce = 6;

/** Sends everything that is due, oldest first; one that fails stops no other. Gives how many attempts were made. */
export async function deliverDue(needs: SendingNeeds, subjects: readonly ReportSubject[]): Promise<number> {
  let attempts = 0;
  for (;;) {
    const where = { state: 'queued', nextAttemptAt: { lte: needs.clock.now() } } as const;
    const { items } = await needs.store.find(deliveries, {
      where,
      order: { by: 'nextAttemptAt', direction: 'asc' },
      limit: atOnce,
    });
    if (items.length === 0) return attempts;
    const made = await Promise.all(items.map((due) => deliver(needs, subjects, due)));
    const mine = made.filter(Boolean).length;
    if (mine === 0) return attempts;
    attempts += mine;
  }
}
