import { diceOf } from '@tongcheng/city/chance';
import type { WorldDay } from '../tracing/world/live-day';
import type { Run } from '../tracing/world/vehicle-days';
import type { MadeScan } from './made-scan';
import { type VehiclePlaces, vehicleOf } from './vehicle-places';

/** What everybody scans who rides: nine of ten second scans are made. */
export const honestScans = ({ riders }: WorldDay, places: VehiclePlaces): readonly MadeScan[] =>
  riders.flatMap(({ rider, scans }) =>
    scans
      .filter(({ madeAbove = -1 }) => madeAbove < 0.9)
      .map(({ madeAbove: _, ...scan }, at): MadeScan => {
        const { lat, lng, venueId, scannedAt, mode } = scan;
        const still = lat !== undefined && lng !== undefined ? { lat, lng } : undefined;
        const taxi = mode === 'taxi' ? { lat: 30.55, lng: 114.3 } : undefined;
        return { ...scan, id: `${rider}.${at}`, rider, at: still ?? taxi ?? places(vehicleOf(venueId), scannedAt) };
      }),
  );

/** As many as a bus holds get on at the end of its line within the minutes that it stands, and off together at the other end. */
export function crowds(seed: string, runs: readonly Run[], places: VehiclePlaces, count: number): readonly MadeScan[] {
  const dice = diceOf(seed, 'crowds');
  const buses = runs.filter(({ line }) => line.mode === 'bus');
  return Array.from({ length: count }, (_, crowd) => {
    // One bus, one crowd: twice as many do not fit.
    const run = buses.splice(dice.below(buses.length), 1)[0];
    if (!run) return [];
    const [first, last] = [run.stoppings[0], run.stoppings.at(-1)];
    if (!first || !last) return [];
    const { vehicleId, line } = run;
    const here = { venueId: vehicleId, mode: line.mode, venueKind: 'vehicle', lineId: line.lineId, party: 1 } as const;
    return Array.from({ length: 70 }, (__, at) => `crowd${crowd}-${at}`).flatMap((rider, at) => {
      const boards = first.actual.departsAt - 100_000 + at * 1_500;
      const leaves = last.actual.arrivesAt - 4_000 - dice.below(34_000);
      return [boards, leaves].map(
        (scannedAt, turn): MadeScan => ({
          ...{ ...here, id: `${rider}.${turn}`, rider, scannedAt, at: places(vehicleId, scannedAt) },
        }),
      );
    });
  }).flat();
}
