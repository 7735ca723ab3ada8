import type { ScanFlag } from '../../rides/meanings';
import type { LocatedBy } from '../../venues/tracing-settings';
import type { VehicleCall } from '../vehicle-call';
import { crowdedScans } from './crowded-code';
import { forwardedScans } from './forwarded-code';
import { movedScans } from './moved-code';
import { offTripScans } from './off-trip';
import type { SeenScan } from './seen-scan';

/** What the vehicle of a code is known to have done, and by what. */
interface KnownVehicle {
  readonly calls: readonly VehicleCall[];
  readonly by: LocatedBy;
}

/**
 * Doubts about the scans of one vehicle's code that only all of them together show: of each scan by its id, those that it has. They are told when
 * somebody traces, and are kept nowhere.
 */
export function forwardingDoubts(
  scans: readonly SeenScan[],
  vehicle?: KnownVehicle,
): ReadonlyMap<string, readonly ScanFlag[]> {
  const ordered = scans.toSorted((one, other) => one.scannedAt - other.scannedAt || (one.id < other.id ? -1 : 1));
  const doubts = new Map<string, ScanFlag[]>();
  const add = (flag: ScanFlag, ids: ReadonlySet<string>) => {
    for (const id of ids) doubts.set(id, [...(doubts.get(id) ?? []), flag]);
  };
  add('crowded-code', crowdedScans(ordered));
  add('forwarded-code', forwardedScans(ordered));
  if (!vehicle) return doubts;
  add('off-trip', offTripScans(ordered, vehicle.calls));
  // A timetable knows of no delay: by it every late bus would seem to be another one. Only a bus is scanned at its doors on both ends.
  if (vehicle.by === 'positions' && ordered.every(({ mode }) => mode === 'bus'))
    add('moved-code', movedScans(ordered, vehicle.calls));
  return doubts;
}
