import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import type { Ride } from '@tongcheng/shared/rides/ride';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import { newDurationTally } from '@tongcheng/shared/rides/usual/duration-tally';
import { provenDurations } from '@tongcheng/shared/rides/usual/proven-durations';
import type { UsualTable } from '@tongcheng/shared/rides/usual/usual-table';
import { type Day, dayMs, dayStart, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { type DayPlanInput, planDay } from './journeys/plan-day';
import type { Venue } from './network/network';

/** A scan of a plan as rides are made of it, with the true end of what it began. */
interface LivedScan extends ScanFacts {
  readonly meant: Meaning;
  readonly trueEnd?: Instant;
}

/** How far inferred ends are from the true ones, of one mode. */
interface EndErrors {
  readonly mode: Mode;
  /** Inferred ends of the day whose true end is known. */
  readonly ends: number;
  /** Minutes between the inferred and the true end: half of them are no further apart, 95 of 100 no further. */
  readonly median: number;
  readonly of95: number;
  /** The share of true ends no later than stated. */
  readonly withinBound: number;
}

/** What each rider of a planned day scanned, one list for each; dead and false codes make no ride. */
export function livedScans(input: DayPlanInput): readonly (readonly LivedScan[])[] {
  const venues = new Map(input.network.venues.map((venue) => [venue.venueId, venue]));
  const byRider = new Map<number, LivedScan[]>();
  for (const { personIndex, scans, trueEnds } of planDay(input).journeys)
    for (const { at, venueId, step, code } of scans) {
      const venue = venues.get(venueId);
      if (!venue || code !== 'posted') continue;
      const truth = trueEnds.find(({ venueId: begunIn, begunAt }) => begunIn === venueId && begunAt === at);
      const scan = { ...factsOf(venue, at), meant: step, ...(truth && { trueEnd: truth.endedAt }) };
      byRider.set(personIndex, [...(byRider.get(personIndex) ?? []), scan]);
    }
  return [...byRider.values()];
}

const factsOf = ({ venueId, mode, kind, lineId, lat, lng }: Venue, scannedAt: Instant) => ({
  ...{ scannedAt, venueId, mode, venueKind: kind },
  ...(lineId !== undefined && { lineId }),
  ...(lat !== undefined && lng !== undefined && { lat, lng }),
});

/** What a city learns from the scans of some days, as its timer does. */
export function learnedFrom(
  days: readonly { readonly day: Day; readonly riders: readonly (readonly LivedScan[])[] }[],
  settings: RideSettings,
): UsualTable {
  const tally = newDurationTally();
  for (const { day, riders } of days)
    for (const scans of riders) tally.add(day, provenDurations(replayScans(scans, settings).steps));
  return new Map(tally.cells().map((cell) => [cell.key, cell]));
}

/** The errors of all inferred ends of a day, by mode; without a table those of the longest ride. */
export function endErrors(
  day: Day,
  riders: readonly (readonly LivedScan[])[],
  settings: RideSettings,
  table?: UsualTable,
): readonly EndErrors[] {
  const asOf = dayStart(day) + 2 * dayMs;
  const ends = riders
    .flatMap((scans) => ridesOf(scans, settings, asOf, { on: () => table, isSameDay: () => true }))
    .flatMap(inferredEnd);
  const found = new Map<Mode, InferredEnd[]>();
  for (const end of ends) found.set(end.mode, [...(found.get(end.mode) ?? []), end]);
  return [...found].map(([mode, of]) => {
    const errors = of.map(({ error }) => error).sort((one, other) => one - other);
    const within = of.filter(({ isWithin }) => isWithin).length / of.length;
    return { mode, ends: of.length, median: ofShare(errors, 0.5), of95: ofShare(errors, 0.95), withinBound: within };
  });
}

interface InferredEnd {
  readonly mode: Mode;
  readonly error: number;
  readonly isWithin: boolean;
}

function inferredEnd({ place, to, endedBy = to, inferred }: Ride<LivedScan>): readonly InferredEnd[] {
  const { trueEnd } = place;
  if (to === undefined || endedBy === undefined || trueEnd === undefined || !inferred.includes('to')) return [];
  // A scan for alighting comes some seconds before the true end: what is stated to the minute is held by the minute.
  return [{ mode: place.mode, error: Math.abs(to - trueEnd) / minuteMs, isWithin: trueEnd < endedBy + minuteMs }];
}

const ofShare = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
