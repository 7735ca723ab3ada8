import { diceOf } from '@tongcheng/city/chance';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { ridesOf } from '@tongcheng/shared/rides/rides-of';
import { newDurationTally } from '@tongcheng/shared/rides/usual/duration-tally';
import { provenDurations } from '@tongcheng/shared/rides/usual/proven-durations';
import type { UsualTable } from '@tongcheng/shared/rides/usual/usual-table';
import type { Exposure } from '@tongcheng/shared/tracing/exposure';
import { exposuresOf } from '@tongcheng/shared/tracing/exposures-of';
import { locatedRide } from '@tongcheng/shared/tracing/located-ride';
import { parametersOn } from '@tongcheng/shared/tracing/parameters';
import type { TracedRide } from '@tongcheng/shared/tracing/traced-ride';
import { type TracedScan, tracedRideOf } from '@tongcheng/shared/tracing/traced-ride-of';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { WorldDay } from './world/live-day';
import { contactKey } from './world/true-contacts';
import type { RiderDay, WorldScan } from './world/true-ride';

/** How a world is scanned, and what the product is told besides. */
export interface Conditions {
  /** The share of second scans that are made. */
  readonly secondScans: number;
  readonly locator: 'none' | 'timetable' | 'positions';
  readonly hasCarriageCodes: boolean;
  /** What was learned of usual durations; undefined where nothing was. */
  readonly usual: UsualTable | undefined;
  readonly settings: RideSettings;
  readonly inferredEnds: 'proven' | 'usual' | 'bound';
}

/** The scans of a rider's day that are made under these conditions. */
export const scansMade = ({ scans }: RiderDay, { secondScans, hasCarriageCodes }: Conditions): readonly TracedScan[] =>
  scans
    .filter(
      ({ madeAbove = -1, venueKind }) => madeAbove < secondScans && (hasCarriageCodes || venueKind !== 'carriage'),
    )
    .map(({ madeAbove: _, ...scan }: WorldScan) => ({ ...scan, flags: [] }));

/** What a city learns from what is scanned on some days. */
export function usualOf(days: readonly { readonly day: string; readonly world: WorldDay }[], conditions: Conditions) {
  const tally = newDurationTally();
  for (const { day, world } of days)
    for (const rider of world.riders)
      tally.add(day, provenDurations(replayScans(scansMade(rider, conditions), conditions.settings).steps));
  return new Map(tally.cells().map((cell) => [cell.key, cell]));
}

/** Every ride of a day as tracing has it: of each rider from the scans that were made, with the stops of the vehicle where they are known. */
export function tracedRides({ riders, runs }: WorldDay, conditions: Conditions, asOf: number): readonly TracedRide[] {
  const calls = callsByVehicle(runs, conditions.locator);
  const days = { on: () => conditions.usual, isSameDay: () => true };
  return riders.flatMap((day) => {
    const rides = ridesOf(scansMade(day, conditions), conditions.settings, asOf, days);
    const traced = rides.flatMap((ride, at) => tracedRideOf(ride, day.rider, asOf, rides[at - 1]) ?? []);
    return traced.map((ride) => locatedRide(ride, (vehicleId) => calls.get(vehicleId) ?? []));
  });
}

/** What is known of vehicles: positions are some seconds off; a timetable knows nothing of delays. */
export function callsByVehicle(
  runs: WorldDay['runs'],
  locator: Conditions['locator'],
): ReadonlyMap<string, VehicleCall[]> {
  const dice = diceOf('positions');
  const off = () => dice.below(8_000) - 4_000;
  const calls = new Map<string, VehicleCall[]>();
  if (locator === 'none') return calls;
  for (const { runId, vehicleId, stoppings } of runs) {
    const known = calls.get(vehicleId) ?? [];
    calls.set(vehicleId, known);
    for (const { stopId, planned, actual } of stoppings) {
      const stay =
        locator === 'timetable'
          ? planned
          : { arrivesAt: actual.arrivesAt + off(), departsAt: actual.departsAt + off() };
      known.push({ tripId: runId, stopId, ...stay });
    }
  }
  return calls;
}

/** Every match among the rides of a day, each rider in turn being the index rider, by {@link contactKey}; the surest of each. */
export function foundContacts(
  rides: readonly TracedRide[],
  conditions: Conditions,
): ReadonlyMap<string, Exposure['certainty']> {
  const parameters = parametersOn(
    {
      rides: conditions.settings,
      capabilities: CapabilitySettings.parse({
        tracing: { parameters: [{ from: '2000-01-01', inferredEnds: conditions.inferredEnds }] },
      }),
    },
    '2026-11-20',
  );
  const byPlace = new Map<string, TracedRide[]>(rides.map(({ placeId }) => [placeId, []]));
  for (const ride of rides) byPlace.get(ride.placeId)?.push(ride);
  const found = new Map<string, Exposure['certainty']>();
  for (const here of byPlace.values())
    for (const index of here)
      for (const { rider, mode, placeId, certainty } of exposuresOf([index], here, () => parameters))
        keepSurest(found, contactKey(index.rider, rider, mode, placeId), certainty);
  return found;
}

const order = ['proven', 'likely', 'possible'] as const;

function keepSurest(found: Map<string, Exposure['certainty']>, key: string, certainty: Exposure['certainty']): void {
  const known = found.get(key);
  if (known === undefined || order.indexOf(certainty) < order.indexOf(known)) found.set(key, certainty);
}
