import { ok } from '@tongcheng/shared/result';
import { announcementsAt } from '@tongcheng/shared/rides/announcements-at';
import type * as api from '@tongcheng/shared/rides/api';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { registerScan } from './scanning/register-scans';
import { type ResolveScanNeeds, resolveScan } from './scanning/resolve-scan';
import { scanReply } from './scanning/scan-reply';

/** What registering scans needs. */
export interface RecordNeeds extends ResolveScanNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
}

/**
 * Registers one scan and answers with the verdict. The same scan again, however often and at once, has one effect and
 * gets the same answer. Costs at most one read and one write (a read more near the start of a day, and when two deliveries of it meet).
 */
export const recordScan: UseCase<typeof api.recordScan, RecordNeeds> = async (needs, caller, input) => {
  const now = needs.clock.now();
  const resolved = await resolveScan(needs, caller, input, now);
  if (!resolved.ok) return resolved;
  const registered = await registerScan(needs.store, resolved.value, now);
  if (!registered.ok) return registered;
  const { venue, settings } = resolved.value;
  const notices = [...announcementsAt(settings.notices, venue.mode, registered.value.record.recordedAt)];
  return ok({ ...(await scanReply(needs.vault, registered.value)), notices });
};
