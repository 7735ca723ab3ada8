import { duePeriods } from '@tongcheng/shared/reports/due';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, type Day, type Instant, minuteMs } from '@tongcheng/shared/time';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { cities } from '../../venues/records';
import type { JourneyNeeds } from '../journeys/journeys-of';
import { endWalk, walkInSlices } from '../journeys/walk-in-slices';
import { scans } from '../scan-record';
import { qualityDays, qualityId, qualityWalks } from './quality-record';
import { qualityTally } from './quality-tally';

interface Needs extends JourneyNeeds {
  readonly stopping?: AbortSignal;
}

/** Days so far back are still counted where they were not. */
const daysBack = 7;
/** A third of what a function of the timer has. */
const sliceMs = 5 * minuteMs;

/**
 * The timer's part: counts the quality of days that are over, when their report is due, each once. A day of any size goes on where the last run
 * left it; a city that fails stops no other.
 */
export async function countQuality(needs: Needs): Promise<void> {
  const until = needs.clock.now() + sliceMs;
  const ridden = new Set(await needs.store.days(scans));
  const failures: unknown[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch)
      for (const day of dueDays(settings, needs.clock.now()))
        if (ridden.has(day) && !needs.stopping?.aborted && needs.clock.now() < until)
          await countDay(needs, settings.city, day, until).catch((failure) => failures.push(failure));
  if (failures.length > 0)
    throw new Error(`the quality of ${failures.length} days was not counted`, { cause: failures[0] });
}

const dueDays = (settings: CitySettings, now: Instant): readonly Day[] =>
  offers(settings, 'city') ? duePeriods('day', now, addDays(serviceDay(settings, now), -daysBack), settings) : [];

async function countDay(needs: Needs, city: string, day: Day, until: Instant): Promise<void> {
  const { store, clock } = needs;
  const id = qualityId(day, city);
  if ((await store.count(qualityDays, { day, city, _id: id })) > 0) return;
  const walk = { city, day, until, walks: qualityWalks, id, begin: qualityTally };
  const tally = await walkInSlices(needs, walk);
  if (!tally) return;
  await store.insert(qualityDays, { _id: id, day, city, countedAt: clock.now(), ...tally.kept() });
  await endWalk(store, qualityWalks, id);
}
