import { minuteMs } from '@tongcheng/shared/time';
import type { Mode } from '@tongcheng/shared/venues/kinds';
import { withMishaps } from './mishaps';
import type { Outing, Trip } from './outing';
import type { PlannedJourney } from './planned-journey';
import type { TripPlanner } from './trip-planner';

/** A whole journey on a main mode: sometimes a bus to the metro or from bus to bus, and what goes wrong on the way. */
export const planJourney = (mode: Mode, outing: Outing, streets: TripPlanner): PlannedJourney | undefined => {
  const trip = wholeTrip(mode, outing, streets);
  if (!trip) return undefined;
  const { endsAt, secondScansDue, secondScansForgotten, trueEnds } = trip;
  const acts = withMishaps(trip.scans, outing.person, outing.dice);
  return {
    personIndex: outing.person.index,
    mode,
    scans: acts,
    endsAt,
    secondScansDue,
    secondScansForgotten,
    trueEnds,
  };
};

function wholeTrip(mode: Mode, outing: Outing, streets: TripPlanner): Trip | undefined {
  if (mode === 'metro' && outing.dice.happens(0.05)) {
    const feeder = streets.trip('bus', { ...outing, way: 'anywhere' });
    const main = feeder && streets.trip('metro', { ...outing, at: changeAfter(feeder, outing) });
    return main ? joined(feeder, main) : feeder && streets.trip(mode, outing);
  }
  const first = streets.trip(mode, outing);
  if (mode !== 'bus' || !first || !outing.dice.happens(0.12)) return first;
  const second = streets.trip('bus', { ...outing, way: 'anywhere', at: changeAfter(first, outing) });
  return second ? joined(first, second) : first;
}

function changeAfter(trip: Trip, { dice }: Outing): number {
  return trip.endsAt + 3 * minuteMs + dice.below(4 * minuteMs);
}

/** The second trip counts only on other vehicles: back on the same one would be one ride. */
function joined(first: Trip, second: Trip): Trip {
  const seen = new Set(first.scans.map(({ venueId }) => venueId));
  if (second.scans.some(({ venueId }) => seen.has(venueId))) return first;
  return {
    scans: [...first.scans, ...second.scans],
    endsAt: second.endsAt,
    secondScansDue: first.secondScansDue + second.secondScansDue,
    secondScansForgotten: first.secondScansForgotten + second.secondScansForgotten,
    trueEnds: [...first.trueEnds, ...second.trueEnds],
  };
}
