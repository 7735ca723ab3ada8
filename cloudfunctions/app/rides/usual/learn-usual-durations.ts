import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { type DurationTally, newDurationTally } from '@tongcheng/shared/rides/usual/duration-tally';
import { provenDurations } from '@tongcheng/shared/rides/usual/proven-durations';
import { addDays, type Day, hourMs, type Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { unlessDamaged } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import { cities } from '../../venues/records';
import { type JourneyNeeds, journeysOf } from '../journeys/journeys-of';
import { isCounted, isOfFlood, scans } from '../scan-record';
import { usualDurations, usualDurationsId } from './usual-durations-record';

interface Needs extends JourneyNeeds {
  readonly stopping?: AbortSignal;
}

/** Two weeks have every day of the week twice. */
const learnedDays = 14;
/** Pseudonyms are by chance, so the first of a day are a fair sample; a run stays within a function's time. */
const ridersADay = 3_000;

/**
 * Cities whose days held too little, and until when: the timer comes every five minutes and would read the same days each time
 * (14 days of 3,000 riders are some 8 s of CPU). Asked again meanwhile, because a day may still be delivered.
 */
const nothingLearned = new WeakMap<DocumentStore, Map<string, Instant>>();

/**
 * Learns how long rides usually take (W-34), once a day for each city: a table for tomorrow from the days that are over. Nothing is learned of
 * a day that lasts, and no table is written for a day that has begun, so that what a day's rides are closed by never changes. A city that fails stops no other.
 */
export async function learnUsualDurations(needs: Needs): Promise<void> {
  const failures: unknown[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      if (needs.stopping?.aborted) return;
      await learn(needs, settings).catch((failure) => failures.push(failure));
    }
  if (failures.length > 0)
    throw new Error(`${failures.length} cities learned no usual durations`, { cause: failures[0] });
}

async function learn(needs: Needs, settings: CitySettings): Promise<void> {
  const { store, clock } = needs;
  const { city } = settings;
  const learnedAt = clock.now();
  const today = serviceDay(settings, learnedAt);
  const day = addDays(today, 1);
  const _id = usualDurationsId(day, city);
  const asked = nothingLearned.get(store) ?? new Map<string, Instant>();
  if ((asked.get(city) ?? 0) > learnedAt || (await store.get(usualDurations, _id))) return;
  const oldest = addDays(today, -learnedDays);
  const over = (await store.days(scans)).filter((each) => each >= oldest && each < today);
  const tally = newDurationTally();
  for (const each of over) await unlessDamaged(() => learnDay(needs, tally, city, each), undefined);
  const cells = tally.cells();
  if (cells.length === 0) nothingLearned.set(store, asked.set(city, learnedAt + hourMs));
  else if (serviceDay(settings, clock.now()) === today)
    await store.insert(usualDurations, { _id, day, city, learnedAt, learnedFrom: over, cells });
}

/** Accounts whose scans are kept apart may be somebody else's, and floods are no rides of anybody: neither teaches. */
async function learnDay(needs: Needs, tally: DurationTally, city: string, day: Day): Promise<void> {
  let riders = 0;
  for await (const journey of journeysOf(needs, city, day)) {
    const steps = journey.scans.filter(({ scan }) => isCounted(scan));
    if (!steps.some(({ scan }) => scan.apart !== undefined || isOfFlood(scan))) tally.add(day, provenDurations(steps));
    riders += 1;
    if (riders >= ridersADay) return;
  }
}
