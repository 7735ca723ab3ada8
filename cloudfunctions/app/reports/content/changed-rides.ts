import type { Ride } from '@tongcheng/shared/rides/ride';
import type { Refusal } from '../../rides/journeys/derive-rides';
import type { Journey, ScanWithMeaning } from '../../rides/journeys/journeys-of';
import type { ScanRecord } from '../../rides/scan-record';
import type { ReportPlan } from '../records';
import type { ReportSource } from './source';

/** A ride of the report; in a supplement with what it does to the version before. */
export interface ReportedRide {
  readonly ride: Ride<ScanRecord>;
  readonly change?: 'added' | 'corrected';
}

/** A rider's part of a report: the rides to list and the scans to count. */
export interface RiderPart {
  readonly rider: string;
  /** A scan of the day, whose seal tells who the rider is. */
  readonly any: ScanRecord | undefined;
  readonly rides: readonly ReportedRide[];
  readonly refusals: readonly Refusal[];
  readonly scans: readonly ScanWithMeaning[];
}

/** Riders of one batch of whom there is something to tell, and the last rider of all of them. */
export interface RiderBatch {
  readonly parts: readonly RiderPart[];
  readonly last: string;
}

const lastOf = (batch: readonly Journey[]): string => batch.at(-1)?.rider ?? '';

/** What a report tells of each rider, in batches, from the one after `after` on: everything of the day in version 1, later only what changed. */
export async function* riderParts(
  source: ReportSource,
  plan: Pick<ReportPlan, 'since' | 'until' | 'version'>,
  after?: string,
): AsyncGenerator<RiderBatch> {
  if (plan.version === 1) {
    for await (const batch of source.journeys(plan.until, after))
      yield { parts: batch.map(wholePart), last: lastOf(batch) };
    return;
  }
  const before = walker(source.journeys(plan.since, after));
  try {
    for await (const batch of source.journeys(plan.until, after)) {
      const parts: RiderPart[] = [];
      for (const journey of batch) {
        const late = journey.scans.filter(({ scan }) => scan.recordedAt >= plan.since);
        const earlier = await before.at(journey.rider);
        const corrected = (journey.correctedAt ?? 0) >= plan.since;
        if (late.length > 0 || corrected) parts.push(changedPart(journey, earlier, plan.since));
      }
      yield { parts, last: lastOf(batch) };
    }
  } finally {
    await before.stop();
  }
}

const wholePart = ({ rider, rides, refusals, scans }: Journey): RiderPart => ({
  rider,
  any: scans[0]?.scan,
  rides: rides.map((ride) => ({ ride })),
  refusals,
  scans,
});

function changedPart(journey: Journey, earlier: Journey | undefined, since: number): RiderPart {
  const told = new Map((earlier?.rides ?? []).map((ride) => [traitsOf(ride), ride]));
  const reportedScans = new Set((earlier?.rides ?? []).flatMap(({ scans }) => scans.map(({ _id }) => _id)));
  const rides = journey.rides.flatMap((ride): ReportedRide[] => {
    if (told.has(traitsOf(ride))) return [];
    const known = ride.scans.some(({ _id }) => reportedScans.has(_id));
    return [{ ride, change: known ? 'corrected' : 'added' }];
  });
  const refused = new Set((earlier?.refusals ?? []).map(refusalTraits));
  const refusals = journey.refusals.filter((refusal) => !refused.has(refusalTraits(refusal)));
  const scans = journey.scans.filter(({ scan }) => scan.recordedAt >= since);
  return { rider: journey.rider, any: journey.scans[0]?.scan, rides, refusals, scans };
}

/** Everything of a refusal that a report shows. */
const refusalTraits = ({ scan: { _id, staffDecision }, outcome }: Refusal): string =>
  JSON.stringify([_id, outcome, staffDecision?.at ?? null]);

/** Everything of a ride that a report shows. */
const traitsOf = ({ place, scans, from, to, inferred, closedBy }: Ride<ScanRecord>): string => {
  const told = scans.map(({ _id, corrected, staffDecision }) =>
    corrected === undefined && !staffDecision ? _id : [_id, corrected ?? null, staffDecision?.at ?? null],
  );
  return JSON.stringify([place._id, told, from, to ?? null, inferred, closedBy ?? null]);
};

/** Walks journeys in order of rider beside another walk over at least the same riders. */
function walker(journeys: AsyncIterable<readonly Journey[]>) {
  const batches = journeys[Symbol.asyncIterator]();
  let held: readonly Journey[] = [];
  let place = 0;
  const current = async () => {
    while (place >= held.length) {
      const next = await batches.next();
      if (next.done) return undefined;
      held = next.value;
      place = 0;
    }
    return held[place];
  };
  return {
    at: async (rider: string) => {
      const journey = await current();
      if (journey?.rider !== rider) return undefined;
      place += 1;
      return journey;
    },
    stop: async () => {
      await batches.return?.(undefined);
    },
  };
}
