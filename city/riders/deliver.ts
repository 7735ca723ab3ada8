import type { KeptScan } from '../state';
import { noteRefusal, type Phone } from './phone';
import { restamped } from './scan';
import { openSession } from './session';

const mostInBatch = 50;

/** Delivers what the phone kept, as the app does once it has network. What the server asks for later stays kept. */
export const deliverKept = async (phone: Phone): Promise<void> => {
  const { memory } = phone;
  const batch = memory.kept.slice(0, mostInBatch);
  if (batch.length === 0 || !(await openSession(phone))) return;
  const answer = await phone.client.call('rides.record-batch', { scans: batch.map((kept) => sentNow(phone, kept)) });
  if (!answer.ok) return noteRefusal(phone, 'rides.record-batch', answer.failure.code);
  const again = batch.flatMap((kept, at): readonly KeptScan[] => {
    const outcome = answer.value.items[at];
    if (!outcome) return [kept];
    if (outcome.ok) phone.needs.book.acknowledged(phone.person.index, outcome.value);
    else if (outcome.failure.code === 'clock-wrong')
      return [{ ...kept, scan: restamped(phone, kept.scan, answer.serverAt) }];
    else noteRefusal(phone, 'rides.record-batch', outcome.failure.code);
    return [];
  });
  memory.kept = [...again, ...memory.kept.slice(batch.length)];
};

function sentNow(phone: Phone, { scan }: KeptScan) {
  return { ...scan, sentAt: Math.max(phone.clock(), scan.scannedAt) };
}
