import type { Chance } from '../../../ports/chance';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { VehicleLocator } from '../../../ports/vehicle-locator';
import type { Vault } from '../../../vault/vault';
import type { UsualOf } from '../../rides/usual/usual-of';
import type { CityOf, ProvinceOf, VenueOf } from '../../venues/cached-records';

/** What cases need. */
export interface TracingNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: KeyService;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
  readonly venueOf: VenueOf;
  readonly usualOf: UsualOf;
  /** Undefined where the installation has no feeds of vehicles. */
  readonly vehicleLocator: VehicleLocator | undefined;
}
