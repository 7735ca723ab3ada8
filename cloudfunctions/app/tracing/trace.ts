import type { Day } from '@tongcheng/shared/time';
import type { Exposure } from '@tongcheng/shared/tracing/exposure';
import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { VehicleLocator } from '../../ports/vehicle-locator';
import { doubtsAbout, withDoubts } from './reading/doubt-rides';
import { type CallsByVehicle, locateRides } from './reading/locate-rides';
import type { IndexRides, RideSource, SourcedRide, TraceQuestion } from './reading/ride-source';

/** A match with the day and the seal of who was exposed. */
export interface SourcedExposure extends Exposure, Pick<SourcedRide, 'seal'> {
  readonly day: Day;
}

/** What became of a question: the index rider's rides, and whom they exposed. Names nobody. */
export interface Trace extends IndexRides {
  readonly exposures: readonly SourcedExposure[];
  /** What is known of vehicles; undefined where the city has no feed of them. */
  readonly vehicles: CallsByVehicle | undefined;
}

/**
 * Derives anew, from what can be opened now, whom the index rider's rides exposed: nothing of it is kept, so nothing of it outlives its day. With a
 * locator that the city names, by the stops between which they rode.
 */
export async function trace(
  sources: readonly RideSource[],
  question: TraceQuestion,
  locator?: VehicleLocator,
): Promise<Trace> {
  const found = await Promise.all(sources.map((source) => traceOne(source, question, locator)));
  return {
    rides: found.flatMap(({ rides }) => rides),
    unplaced: found.flatMap(({ unplaced }) => unplaced),
    closedDays: [...new Set(found.flatMap(({ closedDays }) => closedDays))].sort(),
    exposures: found.flatMap(({ exposures }) => exposures),
    vehicles: joined(found.flatMap(({ vehicles }) => vehicles ?? [])),
  };
}

function joined(all: readonly CallsByVehicle[]): CallsByVehicle | undefined {
  return all.length === 0 ? undefined : new Map(all.flatMap((calls) => [...calls]));
}

async function traceOne(source: RideSource, question: TraceQuestion, locator?: VehicleLocator): Promise<Trace> {
  const asked = await source.ridesOf(question);
  const beside = await source.ridesBeside(question, asked.rides);
  const { index, others, calls } = await locateRides(locator, question, { index: asked.rides, others: beside.rides });
  const doubts = doubtsAbout(
    beside.seen,
    index,
    calls ?? new Map(),
    blockOf(question.settings, 'tracing')?.vehicleFeed,
  );
  const doubted = (ride: SourcedRide) => withDoubts(ride, doubts);
  const sealOf = new Map(others.map(({ rider, day, seal }) => [rider, { day, seal }]));
  const matches = exposuresOf(index.map(doubted), others.map(doubted), ({ day }) =>
    parametersOn(question.settings, day),
  );
  return {
    ...asked,
    vehicles: calls,
    rides: asked.rides.map(doubted),
    exposures: matches.flatMap((match) => {
      const found = sealOf.get(match.rider);
      return found ? [{ ...match, ...found }] : [];
    }),
  };
}
