import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';
import type { BegunWalk } from '../journeys/walk-in-slices';
import type { QualityKept } from './quality-tally';

/** How complete what was registered on a city's day is. No rider is in it; staff are, by id. */
export interface QualityRecord extends QualityKept {
  /** `${day}.${city}` */
  readonly _id: string;
  readonly day: Day;
  readonly city: string;
  readonly countedAt: Instant;
}
export const qualityDays = collection<QualityRecord>()({
  name: 'quality-days',
  keep: { until: 'days', days: 400 },
  belongs: { to: 'worker' },
  partition: 'day',
  distributeBy: 'city',
  indexes: [['city']],
});

/** Days that are being counted. */
export const qualityWalks = collection<BegunWalk<QualityKept>>()({
  name: 'quality-walks',
  keep: { until: 'done', by: 'the counts of the day' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** The id of a city's day in both. */
export const qualityId = (day: Day, city: string): string => `${day}.${city}`;
