import type { Ride } from '@tongcheng/shared/rides/ride';
import type { Instant } from '@tongcheng/shared/time';
import { tracedRideOf } from '@tongcheng/shared/tracing/traced-ride-of';
import type { ScanRecord } from '../../rides/scan-record';
import type { SourcedRide } from './ride-source';

/** A rider on one day, by the pseudonym of that day. */
const riderOfDay = ({ day, rider }: Pick<ScanRecord, 'day' | 'rider'>): string => `${day}.${rider}`;

/** A ride as tracing needs it, with the seal of the scan that names its place, and the ride before it; undefined where none does. */
export const sourcedRideOf = (
  ride: Ride<ScanRecord>,
  asOf: Instant,
  before?: Ride<ScanRecord>,
): SourcedRide | undefined => {
  const { place } = ride;
  const traced = tracedRideOf(ride, riderOfDay(place), asOf, before);
  const seal = { of: 'city', recordId: place._id, sealed: place.sealed } as const;
  return traced && { ...traced, day: place.day, seal, scanIds: ride.scans.map(({ _id }) => _id) };
};
