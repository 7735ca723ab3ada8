import type { StaffCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { verdictLivesMs } from '@tongcheng/shared/rides/live-code';
import { longestRideMs } from '@tongcheng/shared/rides/replay/replay-state';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, dayStart, type Instant } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { DayVault, Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { type StaffVenue, staffVenue } from '../venues/staff-venue';
import { venueView } from '../venues/venue-view';
import { type StaffOf, staffNames } from './assisted/staff-of';
import { feedPage, readFeedCursor, writeFeedCursor } from './feed/feed-page';
import { feedIdOf, feedScan, isAssisted, staffIn } from './feed/feed-scan';
import { aboard, aboardFromBefore, venueTally } from './feed/venue-tally';
import { refusalsWithoutScan } from './refusal-record';
import type { ScanRecord } from './scan-record';
import { liveKeyOf, minuteWordOf } from './scanning/live-elements';

/** What a venue's feed needs. */
export interface FeedNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
  readonly staffOf: StaffOf;
}

/** The scans at a venue for the screen of its staff: never misses one, may send the last seconds twice. */
export const venueFeed: UseCase<typeof api.venueFeed, FeedNeeds> = async (needs, caller, input) => {
  const here = await staffVenue(needs, caller, input.venueId);
  if (!here.ok) return here;
  const { venue, settings } = here.value;
  const now = needs.clock.now();
  const today = serviceDay(settings, now);
  const vaults = await vaultsOf(needs.vault, venue.city, [addDays(today, -1), today]);
  const vault = vaults.get(today);
  if (!vault) return fail('venue-unknown');
  const { venueId, limit } = input;
  const query = {
    city: venue.city,
    venueId,
    days: [...vaults.keys()],
    cursor: readFeedCursor(input.after),
    limit,
    now,
  };
  const page = await feedPage(needs.store, query);
  const records = page.records.filter((record) => maySee(caller, record));
  const staff = await staffNames(needs.staffOf, records.flatMap(staffIn));
  return ok({
    venue: venueView(venue),
    items: records.map((record) => ({
      ...feedScan(record, vaults.get(record.day), { refusal: page.refusals.get(feedIdOf(record)), staff }),
      ...liveKeyIn(record, vaults.get(record.day), now),
    })),
    cursor: writeFeedCursor(page.next),
    ...(await figuresOf(needs.store, here.value, today, now)),
    minuteWord: minuteWordOf(vault, venueId, now),
    serverAt: now,
  });
};

/** The vaults of those days that can be opened. */
export async function vaultsOf(vault: Vault, city: string, days: readonly Day[]): Promise<ReadonlyMap<Day, DayVault>> {
  const vaults = new Map<Day, DayVault>();
  for (const day of days) {
    const dayVault = await vault.day(city, day);
    if (dayVault) vaults.set(day, dayVault);
  }
  return vaults;
}

/** For staff's own screen, as long as the verdict is live; a scan delivered late, or registered by staff, has no screen in front of anybody. */
function liveKeyIn(record: ScanRecord, dayVault: DayVault | undefined, now: Instant): { readonly liveKey?: string } {
  const recordedAt = record.corrects?.recordedAt ?? record.recordedAt;
  if (!dayVault || isAssisted(record) || record.flags.includes('late') || now - recordedAt >= verdictLivesMs) return {};
  return { liveKey: liveKeyOf(dayVault, feedIdOf(record)) };
}

/** W-19: a community worker sees whom they registered, and nobody who rides by themselves. */
const maySee = ({ role, staffId }: StaffCaller, { by }: ScanRecord): boolean =>
  role !== 'community-worker' || by === staffId;

async function figuresOf(store: DocumentStore, { venue, settings }: StaffVenue, day: Day, now: Instant) {
  const venueId = venue._id;
  const tallyOf = (of: Day) => venueTally(store, `${venueId}.${of}`, { day: of, city: venue.city, venueId }, now);
  const tally = await tallyOf(day);
  const withoutScan = await refusalsWithoutScan(store, { day, city: venue.city, venueId });
  const { admit, refer, refuse, 'let-on': letOn } = tally.people;
  const counts = {
    ...{ admit, refer, refuse: refuse + withoutScan.length, letOn },
    ...(tally.leftOut > 0 && { leftOut: tally.leftOut }),
  };
  if (venue.kind !== 'vehicle' && venue.kind !== 'ship') return { counts };
  const here = aboard(tally, venue.mode, settings.rides, now);
  if (now - dayStart(day, settings.rolloverHour) >= longestRideMs(venue.mode, settings.rides))
    return { counts, aboard: here };
  const before = await tallyOf(addDays(day, -1));
  return { counts, aboard: here + aboardFromBefore(before, tally, venue.mode, settings.rides, now) };
}
