import type { StaffCaller } from '@tongcheng/shared/caller';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { idTime } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, type Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { type StaffVenue, staffVenue } from '../venues/staff-venue';
import { recordDecision, scanToDecide } from './corrections/staff-decision';
import { type RefusalRecord, readRefusal, refusals } from './refusal-record';
import { scanKey } from './scan-record';

/** What recording a refusal needs. */
export interface RefusalNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

type Input = ParsedInputOf<typeof api.recordRefusal>;

/**
 * Records that staff turned somebody away (W-04), and beside their scan that they did not ride (W-32). The same refusal again is the same
 * record; another under its id is a conflict.
 */
export const recordRefusal: UseCase<typeof api.recordRefusal, RefusalNeeds> = async (needs, caller, input) => {
  const here = await staffVenue(needs, caller, input.venueId);
  if (!here.ok) return here;
  const found = input.scanId === undefined ? undefined : await scanOf(needs, here.value, input.scanId);
  if (input.scanId !== undefined && !found) return fail('scan-unknown');
  const now = needs.clock.now();
  const record = refusalOf(here.value, caller, input, now);
  const inserted = await needs.store.insert(refusals, record);
  const kept = inserted === 'inserted' ? record : await readRefusal(needs.store, record);
  if (!kept || !isSame(kept, record)) return fail('scan-conflict');
  if (found) {
    const decided = await recordDecision(needs, found, here.value.settings, decisionOf(record, input, now));
    if (!decided.ok) return decided;
  }
  return ok({ recordedAt: kept.recordedAt });
};

const decisionOf = ({ reason, note, by }: RefusalRecord, { refusalId }: Input, now: Instant) => ({
  decisionId: refusalId,
  boarding: { outcome: 'refused', reason, ...(note !== undefined && { note }), by } as const,
  now,
});

function scanOf(needs: RefusalNeeds, { venue, settings }: StaffVenue, scanId: string) {
  const key = scanKey(serviceDay(settings, idTime(scanId)), scanId);
  return scanToDecide(needs, { city: venue.city, venueId: venue._id }, key);
}

function refusalOf({ venue, settings }: StaffVenue, caller: StaffCaller, input: Input, now: Instant): RefusalRecord {
  const day = dayOfRefusal(serviceDay(settings, now), serviceDay(settings, idTime(input.refusalId)));
  return {
    _id: `${day}.${input.refusalId}`,
    day,
    city: venue.city,
    venueId: venue._id,
    ...(input.scanId !== undefined && { scanId: input.scanId }),
    reason: input.reason,
    ...(input.note !== undefined && { note: input.note }),
    by: caller.staffId,
    recordedAt: now,
  };
}

/** The day in the id, so that a retry after midnight is the same record; a device that is days off gets today. */
function dayOfRefusal(today: Day, claimed: Day): Day {
  return claimed === addDays(today, -1) || claimed === addDays(today, 1) ? claimed : today;
}

function isSame(earlier: RefusalRecord, record: RefusalRecord): boolean {
  const content = ({ venueId, scanId, reason, note, by }: RefusalRecord) =>
    JSON.stringify([venueId, scanId, reason, note, by]);
  return content(earlier) === content(record);
}
