import type { KeptScan } from '../state';
import { type RiderPhone, recordRefusedCall } from './phone';
import { withServerTime } from './scan';
import { ensureSession } from './session';

const maxBatch = 50;

/** Delivers what the phone kept, as the app does once it has network. What the server asks for later stays kept. */
export const deliverKept = async (phone: RiderPhone): Promise<void> => {
  const { memory } = phone;
  const batch = memory.kept.slice(0, maxBatch);
  if (batch.length === 0 || !(await ensureSession(phone))) return;
  const answer = await phone.client.call('rides.record-batch', { scans: batch.map((kept) => sentNow(phone, kept)) });
  if (!answer.ok) return recordRefusedCall(phone, 'rides.record-batch', answer.failure.code);
  const again = batch.flatMap((kept, at): readonly KeptScan[] => {
    const outcome = answer.value.items[at];
    if (!outcome) return [kept];
    if (outcome.ok)
      phone.needs.ledger.acknowledged(phone.person.index, outcome.value, kept.scan.memberId !== undefined);
    else if (outcome.failure.code === 'clock-wrong')
      return [{ ...kept, scan: withServerTime(phone, kept.scan, answer.serverAt) }];
    else recordRefusedCall(phone, 'rides.record-batch', outcome.failure.code);
    return [];
  });
  memory.kept = [...again, ...memory.kept.slice(batch.length)];
};

function sentNow(phone: RiderPhone, { scan }: KeptScan) {
  return { ...scan, sentAt: Math.max(phone.clock(), scan.scannedAt) };
}
