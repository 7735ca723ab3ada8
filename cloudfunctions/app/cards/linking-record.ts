import type { Day } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/**
 * One card that was linked on a day (B-12). It stays when the card is unlinked or its holder forgotten: progress is what was done, not what is left.
 * It names neither person nor number; its mark is made of the card's id alone, so that one linking is counted once however often it is repeated.
 */
export interface CardLinking {
  /** `${day}.${mark}` */
  readonly _id: string;
  readonly day: Day;
  readonly city: string;
  readonly kind: string;
}
export const cardLinkings = collection<CardLinking>()({
  name: 'card-linkings',
  keep: { until: 'days', days: 400 },
  belongs: { to: 'nobody' },
  partition: 'day',
  distributeBy: 'city',
  indexes: [['city', 'kind']],
});
