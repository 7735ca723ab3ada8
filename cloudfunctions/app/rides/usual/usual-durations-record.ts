import type { UsualCell } from '@tongcheng/shared/rides/usual/usual-table';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';

/** How long rides usually take in a city, as it was known before a service day began (W-34). Written once; sums of many riders, nobody is in it. */
export interface UsualDurationsRecord {
  /** `${day}.${city}` */
  readonly _id: string;
  /** The first service day for which it holds; it holds until there is a later one. */
  readonly day: Day;
  readonly city: string;
  readonly learnedAt: Instant;
  /** The days whose rides it was learned from, oldest first. */
  readonly learnedFrom: readonly Day[];
  readonly cells: readonly UsualCell[];
}

/** All tables, one of a city for each day. */
export const usualDurations = collection<UsualDurationsRecord>()({
  name: 'usual-durations',
  keep: { until: 'city-retention' },
  belongs: { to: 'nobody' },
  partition: 'day',
  indexes: [],
});

/** The id of a city's table for a service day. */
export const usualDurationsId = (day: Day, city: string): string => `${day}.${city}`;
