import { ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { noticesAt } from '@tongcheng/shared/rides/notices-at';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { registerScans } from './scanning/register-scans';
import { type ResolveScanNeeds, resolveScan } from './scanning/resolve-scan';
import { scanReplies } from './scanning/scan-reply';

/** What registering scans needs. */
export interface RecordNeeds extends ResolveScanNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/**
 * Registers one scan and answers with the verdict. The same scan again, however often and at once, has one effect and
 * gets the same answer. Costs at most one read and one write (a read more when two deliveries of it meet).
 */
export const recordScan: UseCase<typeof api.recordScan, RecordNeeds> = async (needs, caller, input) => {
  const now = needs.clock.now();
  const placed = await resolveScan(needs, caller, input, now);
  if (!placed.ok) return placed;
  const [registered] = await registerScans(needs, [placed], now);
  if (!registered) throw new Error('one scan was registered and none came back');
  if (!registered.ok) return registered;
  const { venue, settings } = placed.value;
  const notices = [...noticesAt(settings.notices, venue.mode, registered.value.record.recordedAt)];
  const replyTo = await scanReplies(needs.vault, [registered.value]);
  return ok({ ...replyTo(registered.value), notices });
};
