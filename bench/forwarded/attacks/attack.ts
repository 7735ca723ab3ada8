import type { Dice } from '@tongcheng/city/chance';
import type { Point } from '@tongcheng/shared/rides/distance';
import type { WorldDay } from '../../tracing/world/live-day';
import type { Run } from '../../tracing/world/vehicle-days';
import type { MadeScan } from '../made-scan';
import type { VehiclePlaces } from '../vehicle-places';

/** What an attack is made in. */
export interface AttackedDay {
  readonly world: WorldDay;
  readonly midnight: number;
  readonly places: VehiclePlaces;
  readonly dice: Dice;
}

/** A misuse of codes. */
export interface Attack {
  readonly name: string;
  readonly make: (day: AttackedDay, honest: readonly MadeScan[]) => readonly MadeScan[];
  /** Honest scans that are not made because of it. */
  readonly hides?: (scan: MadeScan, attack: readonly MadeScan[]) => boolean;
}

export const hour = 3_600_000;
export const minute = 60_000;

/** Anywhere within some kilometres of the middle of the city: where people live. */
export function home(dice: Dice, km = 15): Point {
  const [angle, far] = [dice.next() * 2 * Math.PI, Math.sqrt(dice.next()) * km];
  return { lat: 30.55 + (far * Math.sin(angle)) / 111, lng: 114.3 + (far * Math.cos(angle)) / 95.5 };
}

/** The code of a vehicle, scanned by a rider of no other name at `scannedAt`. */
export const vehicleScan = (
  { vehicleId, line }: Run,
  { rider, scannedAt, at }: Pick<MadeScan, 'rider' | 'scannedAt' | 'at'>,
): MadeScan => ({
  ...{ id: `${rider}.0`, rider, scannedAt: Math.round(scannedAt), at, party: 1 },
  ...{ venueId: vehicleId, mode: line.mode, venueKind: 'vehicle', lineId: line.lineId },
});

/** A run of a bus that is under way at an hour of the day. */
export function busAt({ world, midnight, dice }: AttackedDay, atHour: number): Run {
  const at = midnight + atHour * hour;
  const running = world.runs.filter(({ line, stoppings }) => {
    const [first, last] = [stoppings[0], stoppings.at(-1)];
    return line.mode === 'bus' && first && last && first.actual.arrivesAt <= at && at < last.actual.departsAt;
  });
  return dice.pick(running);
}
