import { duePeriods } from '@tongcheng/shared/reports/due';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, hourOf, type Instant } from '@tongcheng/shared/time';
import { offers } from '@tongcheng/shared/venues/capabilities';
import { type CitySettings, openFiguresOf } from '@tongcheng/shared/venues/city-settings';
import { defaultSlices, sliceEnd } from '../../reports/forming/slice';
import { type Journey, type JourneyNeeds, journeysOf } from '../../rides/journeys/journeys-of';
import { isCounted, isOfFlood, type ScanRecord, scans } from '../../rides/scan-record';
import type { VenueOf } from '../../venues/cached-records';
import { cities } from '../../venues/records';
import { protectedRows } from './protect';
import { type RidershipWalk, ridershipFigures, ridershipId, ridershipWalks } from './ridership-record';
import { type BoardedCell, ridershipTally } from './tally';

/** What publishing takes. */
export interface PublishNeeds extends JourneyNeeds {
  readonly stopping?: AbortSignal;
  readonly venueOf: VenueOf;
}

/** Days so far back are still published where they were not: after a standstill, not of the time before the first release that does. */
const daysBack = 7;
/** Riders between two notes of where the walk is: a few seconds of work that a death repeats. */
const ridersAPart = 20_000;

/**
 * The timer's part: counts and publishes the days that are over, once the report of the day is due. A day of any size goes on where the last
 * run left it. A city that fails stops no other.
 */
export async function publishRidership(needs: PublishNeeds): Promise<void> {
  const until = sliceEnd(needs.clock.now(), defaultSlices);
  const counted = new Set(await needs.store.days(scans));
  const failures: unknown[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch)
      for (const day of dueDays(settings, needs.clock.now()))
        if (counted.has(day) && !needs.stopping?.aborted && needs.clock.now() < until)
          await publishDay(needs, settings, day, until).catch((failure) => failures.push(failure));
  if (failures.length > 0)
    throw new Error(`${failures.length} days of open figures were not published`, { cause: failures[0] });
}

function dueDays(settings: CitySettings, now: Instant): readonly Day[] {
  if (!offers(settings, 'city') || !openFiguresOf(settings).published) return [];
  return duePeriods('day', now, addDays(serviceDay(settings, now), -daysBack), settings);
}

async function publishDay(needs: PublishNeeds, settings: CitySettings, day: Day, until: Instant): Promise<void> {
  const { store, clock } = needs;
  const { city } = settings;
  const { smallestCell } = openFiguresOf(settings);
  const _id = ridershipId(day, city);
  if (await store.get(ridershipFigures, _id)) return;
  const kept = await store.get(ridershipWalks, _id);
  const tally = ridershipTally(smallestCell, kept?.tally);
  let riders = 0;
  for await (const journey of journeysOf(needs, city, day, kept?.after)) {
    tally.add(boardedCells(journey));
    riders += 1;
    if (riders % ridersAPart > 0) continue;
    await keepWalk(needs, { _id, after: journey.rider, tally: tally.kept() });
    if (needs.stopping?.aborted || clock.now() >= until) return;
  }
  const rows = protectedRows(tally.counts(), smallestCell);
  await store.insert(ridershipFigures, { _id, city, day, publishedAt: clock.now(), smallestCell, rows });
  await store.delete(ridershipWalks, _id);
}

/** Rides that began on the day, as the day's report counts them; accounts that are kept apart count as one rider, for they may be one. */
function boardedCells({ rides }: Journey): readonly BoardedCell[] {
  return rides
    .filter(({ place, scans: own }) => isCounted(place) && !own.some(isOfFlood))
    .map(({ place, scans: own, from }) => {
      const stop = standing(own[0] ?? place);
      return { mode: place.mode, line: place.lineId ?? '', hour: hourOf(from), ...(stop !== undefined && { stop }) };
    });
}

/** The station or dock of a scan; a carriage and a ship move. */
const standing = ({ venueKind, venueId }: ScanRecord): string | undefined =>
  venueKind === 'station' || venueKind === 'dock-gate' || venueKind === 'dock-window' ? venueId : undefined;

async function keepWalk({ store }: Pick<PublishNeeds, 'store'>, walk: RidershipWalk): Promise<void> {
  const found = await store.get(ridershipWalks, walk._id);
  if (found) await store.update(ridershipWalks, walk, found._v);
  else await store.insert(ridershipWalks, walk);
}
