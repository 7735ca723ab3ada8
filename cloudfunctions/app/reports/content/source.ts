import type { Instant } from '@tongcheng/shared/time';
import type { SealedRider } from '../../../vault/vault';
import type { StaffOf } from '../../rides/assisted/staff-of';
import type { Journey } from '../../rides/journeys/journeys-of';
import type { RefusalRecord } from '../../rides/refusal-record';
import type { ScanRecord } from '../../rides/scan-record';
import type { VenueRecord } from '../../venues/records';

/** A person's cells: name, document, number, phone, in the clear or masked as the form asks. */
export type PersonCells = readonly [name: string, document: string, number: string, phone: string];

/** All that a report is made of; with the same answers it is the same report, byte for byte. */
export interface ReportSource {
  /** Journeys of the day as far as they were recorded before an instant, in order of rider; `after` one of them where it is given. */
  journeys(until: Instant, after?: string): AsyncIterable<readonly Journey[]>;
  venue(venueId: string): Promise<VenueRecord | undefined>;
  /** Whose scan it is. */
  riderOf(scan: ScanRecord): SealedRider;
  /** Refusals of people who did not scan, recorded within [from, until). */
  refusedWithoutScan(from: Instant, until: Instant): Promise<readonly RefusalRecord[]>;
  /** The name and role of a member of staff. */
  readonly staffOf: StaffOf;
  /** Cells of persons; those forgotten since are absent. */
  people(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonCells>>;
}
