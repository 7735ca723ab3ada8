import type { StaffCaller } from '@tongcheng/shared/caller';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { idTime } from '@tongcheng/shared/ids';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, type Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { type StaffVenue, staffVenue } from '../venues/staff-venue';
import { type RefusalRecord, readRefusal, refusals } from './refusal-record';
import { readScan, scanKey } from './scan-record';

/** What recording a refusal needs. */
export interface RefusalNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

type Input = ParsedInputOf<typeof api.recordRefusal>;

/** Records that staff turned somebody away (W-04). The same refusal again is the same record; another under its id is a conflict. */
export const recordRefusal: UseCase<typeof api.recordRefusal, RefusalNeeds> = async (needs, caller, input) => {
  const here = await staffVenue(needs, caller, input.venueId);
  if (!here.ok) return here;
  if (input.scanId !== undefined && !(await isScanOf(needs, here.value, input.scanId))) return fail('scan-unknown');
  const record = refusalOf(here.value, caller, input, needs.clock.now());
  if ((await needs.store.insert(refusals, record)) === 'inserted') return ok({ recordedAt: record.recordedAt });
  const earlier = await readRefusal(needs.store, record);
  return earlier && isSame(earlier, record) ? ok({ recordedAt: earlier.recordedAt }) : fail('scan-conflict');
};

async function isScanOf({ store }: RefusalNeeds, { venue, settings }: StaffVenue, scanId: string): Promise<boolean> {
  const scan = await readScan(store, venue.city, scanKey(serviceDay(settings, idTime(scanId)), scanId));
  return scan?.venueId === venue._id && !scan.corrects;
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
