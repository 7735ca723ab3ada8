import type { Instant } from '@tongcheng/shared/time';
import type { VehicleCall } from '@tongcheng/shared/tracing/vehicle-call';
import type { LocatedBy } from '@tongcheng/shared/venues/tracing-settings';

/** Which vehicle is asked about, and when. */
export interface VehicleQuestion {
  readonly city: string;
  /** As venues name it (`420100-bus-e1-01`); of a carriage its train. */
  readonly vehicleId: string;
  readonly from: Instant;
  readonly to: Instant;
  /** By which of its feeds the city knows. */
  readonly by: LocatedBy;
}

/** Where a vehicle was: its stops at their times, of trips that touch the time asked; none where nobody knows. Throws ServiceUnavailable. */
export interface VehicleLocator {
  callsOf(question: VehicleQuestion): Promise<readonly VehicleCall[]>;
}
