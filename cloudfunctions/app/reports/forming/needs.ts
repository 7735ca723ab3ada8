import type { Chance } from '../../../ports/chance';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { Lease } from '../../../ports/lease';
import type { Log } from '../../../ports/log';
import type { ObjectStore } from '../../../ports/object-store';
import type { Vault } from '../../../vault/vault';
import type { StaffOf } from '../../rides/assisted/staff-of';
import type { UsualOf } from '../../rides/usual/usual-of';
import type { CityOf, ProvinceOf, VenueOf } from '../../venues/cached-records';
import type { SliceSizes } from './slice';

/** What forming reports needs. */
export interface FormingNeeds {
  readonly store: DocumentStore;
  readonly objects: ObjectStore;
  readonly vault: Vault;
  readonly keys: KeyService;
  readonly chance: Chance;
  readonly clock: Clock;
  readonly lease: Lease;
  readonly log: Log;
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
  readonly venueOf: VenueOf;
  readonly staffOf: StaffOf;
  readonly usualOf: UsualOf;
  readonly publicUrl: string;
  /** How forming is cut into slices and parts; by default as suits the function of the timer. */
  readonly slices?: SliceSizes;
  /** Of a host that is about to stop: it leaves the rest to the next run. */
  readonly stopping?: AbortSignal;
}
