import { flagsOfScan, type LocatedScan } from '@tongcheng/shared/rides/flags';
import type { ScanFlag } from '@tongcheng/shared/rides/meanings';
import { forwardingDoubts } from '@tongcheng/shared/tracing/forwarded/forwarding-doubts';
import type { SeenScan } from '@tongcheng/shared/tracing/forwarded/seen-scan';
import { isTooSoon } from '@tongcheng/shared/tracing/forwarded/two-cities';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import type { CityPlace, RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { LocatedBy } from '@tongcheng/shared/venues/tracing-settings';
import { linePlans } from '../tracing/world/line-plans';
import { pointOf } from '../tracing/world/line-trip';
import type { MadeScan } from './made-scan';
import { sentBy } from './phones';
import { vehicleOf } from './vehicle-places';

/** What the product knows, and how many phones tell their place. */
export interface Watch {
  readonly seed: string;
  readonly tellsPlace: number;
  readonly settings: RideSettings;
  readonly calls: ReadonlyMap<string, readonly VehicleCall[]>;
  /** Undefined where the city has no feed. */
  readonly by: LocatedBy | undefined;
}

/** Flags that say that a scan was not made where and when it says; the others tell how it was delivered, or what is missing. */
const suspicions: ReadonlySet<ScanFlag> = new Set([
  ...(['impossible-travel', 'far-from-venue', 'outside-service-hours', 'many-scans'] as const),
  ...(['off-trip', 'crowded-code', 'forwarded-code', 'moved-code'] as const),
]);

const here: CityPlace = { lat: 30.59, lng: 114.31, radiusKm: 60 };
const elsewhere: CityPlace = { lat: 41.8, lng: 123.43, radiusKm: 60 };

const ways = new Map(linePlans.map((line) => [line.lineId, line.stopIds.map((_, at) => pointOf(line, at))]));

/** The suspicions about each scan, by its id: those that it is recorded with, and those that a tracing tells. */
export function doubted(made: readonly MadeScan[], watch: Watch): ReadonlyMap<string, readonly ScanFlag[]> {
  const ofRider = new Map<string, MadeScan[]>();
  for (const scan of made) ofRider.set(scan.rider, [...(ofRider.get(scan.rider) ?? []), scan]);
  const recorded = made.map((scan): SeenScan => recordedScan(scan, ofRider.get(scan.rider) ?? [], watch));
  const found = new Map<string, readonly ScanFlag[]>(recorded.map(({ id, flags }) => [id, flags]));
  const byVenue = new Map<string, SeenScan[]>();
  // A tracing reads the codes of vehicles; a station places nobody in one.
  for (const scan of recorded)
    if (scan.venueKind === 'vehicle' || scan.venueKind === 'carriage')
      byVenue.set(scan.venueId, [...(byVenue.get(scan.venueId) ?? []), scan]);
  for (const [venueId, scans] of byVenue) {
    const calls = watch.calls.get(vehicleOf(venueId));
    for (const [id, flags] of forwardingDoubts(scans, calls && watch.by && { calls, by: watch.by }))
      found.set(id, [...(found.get(id) ?? []), ...flags]);
  }
  return new Map([...found].map(([id, flags]) => [id, flags.filter((flag) => suspicions.has(flag))]));
}

function recordedScan(scan: MadeScan, ofRider: readonly MadeScan[], { seed, tellsPlace, settings }: Watch): SeenScan {
  const { scannedAt, receivedAt, position } = sentBy(seed, scan, tellsPlace);
  const { id, rider, venueId, mode, venueKind, city } = scan;
  const others = ofRider.filter((each) => each !== scan && each.city === city);
  const flags = flagsOfScan(
    {
      ...{ scan: { ...located(scan), scannedAt }, receivedAt, others: others.map(located), entryMissing: false },
      ...(position && { position, way: ways.get(scan.lineId ?? '') ?? [] }),
    },
    settings,
  );
  const travelled = ofRider.some(
    (each) => each.city !== city && isTooSoon(here, elsewhere, each.scannedAt - scannedAt),
  );
  return { id, rider, venueId, mode, venueKind, scannedAt, flags: travelled ? [...flags, 'impossible-travel'] : flags };
}

const located = ({ scannedAt, venueId, mode, venueKind, lat, lng }: MadeScan): LocatedScan => ({
  ...{ scannedAt, venueId, mode, venueKind },
  ...(lat !== undefined && lng !== undefined && { lat, lng }),
});
