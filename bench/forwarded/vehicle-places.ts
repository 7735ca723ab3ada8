import type { Point } from '@tongcheng/shared/rides/distance';
import { pointOf } from '../tracing/world/line-trip';
import type { Run } from '../tracing/world/vehicle-days';

/** Where vehicles are at an instant. */
export type VehiclePlaces = (vehicleId: string, at: number) => Point;

/** Places of the vehicles of a day: at a stop, or on the way between two; at the end of its line where it rests. */
export function vehiclePlaces(runs: readonly Run[]): VehiclePlaces {
  const byVehicle = new Map<string, { readonly at: number; readonly point: Point }[]>();
  for (const run of runs) {
    const known = byVehicle.get(run.vehicleId) ?? [];
    byVehicle.set(run.vehicleId, known);
    for (const { stopId, actual } of run.stoppings) {
      const point = pointOf(run.line, run.line.stopIds.indexOf(stopId));
      known.push({ at: actual.arrivesAt, point }, { at: actual.departsAt, point });
    }
  }
  return (vehicleId, at) => {
    const known = byVehicle.get(vehicleId) ?? [];
    const next = known.findIndex((each) => each.at > at);
    const to = next < 0 ? known.at(-1) : known[next];
    const from = next > 0 ? known[next - 1] : to;
    if (!from || !to) throw new Error(`nothing is known of ${vehicleId}`);
    const share = from === to ? 0 : (at - from.at) / Math.max(1, to.at - from.at);
    return {
      lat: from.point.lat + share * (to.point.lat - from.point.lat),
      lng: from.point.lng + share * (to.point.lng - from.point.lng),
    };
  };
}

/** The vehicle of a carriage's id, or of its own. */
export const vehicleOf = (venueId: string): string => venueId.replace(/-c\d+$/, '');
