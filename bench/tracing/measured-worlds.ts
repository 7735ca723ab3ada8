import { readFileSync } from 'node:fs';
import { addDays, dayMs } from '@tongcheng/shared/time';
import { RideSettings } from '@tongcheng/shared/venues/city-settings';
import * as z from 'zod';
import { type Conditions, usualOf } from './found-contacts';
import { type Measured, measureDay } from './measure-contacts';
import { liveDay } from './world/live-day';
import { taxiIntervalMinutes } from './world/true-contacts';

/** How many live in the worlds, and from what they come. */
interface WorldSize {
  readonly seed: string;
  readonly riders: number;
  /** Days from which usual durations are learned. */
  readonly learnedDays: number;
}

/** What is varied; the rest of the conditions follows from it. */
export interface Variation {
  readonly secondScans: number;
  readonly locator: Conditions['locator'];
  readonly hasCarriageCodes?: boolean;
  readonly learnsUsual?: boolean;
  readonly inferredEnds?: Conditions['inferredEnds'];
}

const measuredDay = '2026-11-20';
const { rides: cityRides } = z
  .object({ rides: RideSettings })
  .parse(JSON.parse(readFileSync('cities/420100/settings.json', 'utf8')));

/** Wuhan's own settings, with exposure until what is usual, as a city sets it that wants to be precise. */
const settings: RideSettings = { ...cityRides, taxiIntervalMinutes, exposureUntil: 'usual-bound' };

/** Lives the days of a world once, and measures it under one condition after another. */
export function measuredWorlds({ seed, riders, learnedDays }: WorldSize): (variation: Variation) => Measured {
  const before = Array.from({ length: learnedDays }, (_, back) => addDays(measuredDay, back - learnedDays));
  const past = before.map((day) => ({ day, world: liveDay(seed, day, riders) }));
  const world = liveDay(seed, measuredDay, riders);
  const asOf = Date.parse(`${measuredDay}T00:00:00+08:00`) + 2 * dayMs;
  return ({ hasCarriageCodes = true, learnsUsual = true, inferredEnds = 'bound', ...varied }) => {
    const conditions = { ...varied, hasCarriageCodes, inferredEnds, settings, usual: undefined };
    return measureDay(world, { ...conditions, usual: learnsUsual ? usualOf(past, conditions) : undefined }, asOf);
  };
}
