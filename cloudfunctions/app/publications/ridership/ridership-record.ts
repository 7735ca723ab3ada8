import type { RidershipRow } from '@tongcheng/shared/publications/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';
import type { BegunWalk } from '../../rides/journeys/walk-in-slices';
import type { KeptTally } from './tally';

/** The published figures of a city's day: written once and never again, since two editions could be subtracted from one another. */
export interface RidershipRecord {
  /** `${day}.${city}` */
  readonly _id: string;
  readonly city: string;
  readonly day: Day;
  readonly publishedAt: Instant;
  readonly smallestCell: number;
  readonly rows: readonly RidershipRow[];
}
export const ridershipFigures = collection<RidershipRecord>()({
  name: 'ridership-figures',
  keep: { until: 'never', because: 'published; no row is about fewer people than its smallest cell' },
  belongs: { to: 'nobody' },
  indexes: [['city', 'day']],
});

/** Days that are being counted: where the walk is. Removed when the figures are published. */
export const ridershipWalks = collection<BegunWalk<KeptTally>>()({
  name: 'ridership-walks',
  keep: { until: 'done', by: 'the publication of the day' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** The id of a city's day in both. */
export const ridershipId = (day: Day, city: string): string => `${day}.${city}`;
