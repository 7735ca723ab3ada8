import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { recordRefusal } from '@tongcheng/shared/rides/api';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection, type DocumentStore, type Stored } from '../../ports/document-store';

/** W-04: that staff turned somebody away, and why. Never changed. Names nobody but the staff. */
export interface RefusalRecord {
  /** `${day}.${refusalId}` */
  readonly _id: string;
  /** Service day of the refusal. */
  readonly day: Day;
  readonly city: string;
  readonly venueId: string;
  readonly scanId?: string;
  readonly reason: ParsedInputOf<typeof recordRefusal>['reason'];
  readonly note?: string;
  /** The member of staff. */
  readonly by: string;
  readonly recordedAt: Instant;
}

/** All refusals, one partition a day. */
export const refusals = collection<RefusalRecord>()({
  name: 'refusals',
  keep: { until: 'city-retention' },
  belongs: { to: 'rider-of-day', exported: { not: 'names a scan and staff, no rider; the ride shows its verdict' } },
  partition: 'day',
  distributeBy: 'city',
  indexes: [['venueId', 'recordedAt']],
});

/** A refusal of a city on a day by its key; see `readScan`. */
export const readRefusal = (
  store: DocumentStore,
  { day, city, _id }: Pick<RefusalRecord, 'day' | 'city' | '_id'>,
): Promise<Stored<RefusalRecord> | undefined> =>
  store.find(refusals, { where: { day, city, _id }, limit: 1 }).then(({ items }) => items[0]);

/** Refusals of people who did not scan: of a city's day, or of one of its venues. */
export async function refusalsWithoutScan(
  store: DocumentStore,
  where: { readonly day: Day; readonly city: string; readonly venueId?: string },
): Promise<readonly RefusalRecord[]> {
  const found: RefusalRecord[] = [];
  for await (const batch of store.stream(refusals, { where }))
    found.push(...batch.filter(({ scanId }) => scanId === undefined));
  return found;
}
