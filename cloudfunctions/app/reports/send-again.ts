import type { sendAgain as endpoint } from '@tongcheng/shared/reports/api';
import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { type DeliveryRecord, deliveries, recipients } from './records';
import { deliveryRow } from './rows';
import { messageIdOf } from './sending/queue-deliveries';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly publicUrl: string;
}

/**
 * Queues an ended delivery once more: the stored file byte for byte, under a Message-ID of its own, so that no server drops
 * it as a duplicate. The timer sends it.
 */
export const sendAgain: UseCase<typeof endpoint, Needs> = async (needs, caller, { deliveryId }) => {
  const stored = await needs.store.get(deliveries, deliveryId);
  if (!stored || !oversees(caller, { level: reportKeyOf(stored).level, code: stored.city }))
    return fail('delivery-unknown');
  if (stored.state === 'queued') return fail('delivery-under-way');
  const { _v, ...delivery } = stored;
  const { city, day, recipientId } = delivery;
  const access = { who: caller.officialId, city, day, what: deliveryId, reason: 'send-again', counts: {} };
  await recordAccess(needs, { purpose: 'report-delivery', ...access });
  const queued = queuedAgain(delivery, needs);
  if ((await needs.store.update(deliveries, queued, _v)) !== 'updated') return fail('delivery-under-way');
  const recipient = await needs.store.get(recipients, recipientId);
  return ok(deliveryRow(queued, recipient?.address ?? recipientId));
};

function queuedAgain(delivery: DeliveryRecord, { clock, publicUrl }: Needs): DeliveryRecord {
  const { sentAt: _sentAt, ...kept } = delivery;
  const [now, repeats] = [clock.now(), delivery.repeats + 1];
  const messageId = messageIdOf(delivery._id, repeats, publicUrl);
  return { ...kept, state: 'queued', attempts: 0, messageId, repeats, queuedAt: now, nextAttemptAt: now };
}
