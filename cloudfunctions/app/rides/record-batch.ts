import type { OutputOf } from '@tongcheng/shared/endpoint';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import { ok, type Result } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { rideFailures } from '@tongcheng/shared/rides/failures';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { venueFailures } from '@tongcheng/shared/venues/failures';
import type { UseCase } from '../use-case';
import type { RecordNeeds } from './record-scan';
import type { RecordedScan } from './scanning/classify-scan';
import { registerScans } from './scanning/register-scans';
import { resolveScan, type ScanFailure } from './scanning/resolve-scan';
import { scanReplies } from './scanning/scan-reply';

type Answered = OutputOf<typeof api.recordBatch>['items'][number];

const texts = { ...venueFailures, ...rideFailures, ...identityFailures };

/** Registers scans kept while offline or of a whole family: each is answered for itself, as if sent alone and in this order. */
export const recordBatch: UseCase<typeof api.recordBatch, RecordNeeds> = async (needs, caller, { scans }) => {
  const now = needs.clock.now();
  const resolved = await Promise.all(scans.map((scan) => resolveScan(needs, caller, scan, now)));
  const registered = await registerScans(needs.store, resolved, now);
  const good = registered.flatMap((each) => (each.ok ? [each.value] : []));
  const replyTo = await scanReplies(needs.vault, good);
  return ok({ items: scans.map(({ scanId }, i) => answerOf(scanId, registered[i], replyTo)) });
};

function answerOf(
  scanId: string,
  registered: Result<RecordedScan, ScanFailure> | undefined,
  replyTo: (one: RecordedScan) => ScanReply,
): Answered {
  if (!registered) throw new Error('a scan of a batch was not answered');
  if (registered.ok) return { ok: true, value: replyTo(registered.value) };
  const { code } = registered.failure;
  const { zh, en } = texts[code];
  return { ok: false, scanId, failure: { code, zh, en } };
}
