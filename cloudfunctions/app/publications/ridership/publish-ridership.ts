import { duePeriods } from '@tongcheng/shared/reports/due';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, hourOf, type Instant } from '@tongcheng/shared/time';
import { offers } from '@tongcheng/shared/venues/capabilities';
import { type CitySettings, openFiguresOf } from '@tongcheng/shared/venues/city-settings';
import { defaultSlices, sliceEnd } from '../../reports/forming/slice';
import type { Journey, JourneyNeeds } from '../../rides/journeys/journeys-of';
import { endWalk, walkInSlices } from '../../rides/journeys/walk-in-slices';
import { isCounted, isOfFlood, type ScanRecord, scans } from '../../rides/scan-record';
import type { VenueOf } from '../../venues/cached-records';
import { cities } from '../../venues/records';
import { protectedRows } from './protect';
import { ridershipFigures, ridershipId, ridershipWalks } from './ridership-record';
import { type BoardedCell, type KeptTally, ridershipTally } from './tally';

/** What publishing takes. */
export interface PublishNeeds extends JourneyNeeds {
  readonly stopping?: AbortSignal;
  readonly venueOf: VenueOf;
}

/** Days so far back are still published where they were not: after a standstill, not of the time before the first release that does. */
const daysBack = 7;

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
  const id = ridershipId(day, city);
  if (await store.get(ridershipFigures, id)) return;
  const begin = (kept: KeptTally | undefined) => {
    const { add, ...tally } = ridershipTally(smallestCell, kept);
    return { ...tally, add: (journey: Journey) => add(boardedCells(journey)) };
  };
  const tally = await walkInSlices(needs, { city, day, until, walks: ridershipWalks, id, begin });
  if (!tally) return;
  const rows = protectedRows(tally.counts(), smallestCell);
  await store.insert(ridershipFigures, { _id: id, city, day, publishedAt: clock.now(), smallestCell, rows });
  await endWalk(store, ridershipWalks, id);
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
