import type { TapAnswer, TapCount } from '@tongcheng/shared/gates/tap-batch';
import type { Day } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/**
 * How far a gate (`_id`) has delivered: its last batch with the answer that it had, so that the same one again has the same. Of earlier ones
 * nothing need be known: a gate sends the next only after it was answered.
 */
export interface GateDelivery {
  readonly _id: string;
  readonly sequence: number;
  /** SHA-256 of the batch's text: another text under the same sequence comes from another machine. */
  readonly digest: string;
  readonly answers: readonly { readonly tapId: string; readonly answer: TapAnswer }[];
}
export const gateDeliveries = collection<GateDelivery>()({
  name: 'gate-deliveries',
  keep: { until: 'never', because: 'the same batch again has the same answer' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [],
});

/** Taps at a gate of cards that nobody has linked, by the hour, as one batch told them. Of whom they were nobody knows. */
export interface UnlinkedTaps extends TapCount {
  /** `${day}.${deviceId}.${sequence}.${place in the batch}` */
  readonly _id: string;
  readonly day: Day;
  readonly city: string;
  readonly venueId: string;
}
export const unlinkedTaps = collection<UnlinkedTaps>()({
  name: 'unlinked-taps',
  partition: 'day',
  keep: { until: 'days', days: 400 },
  belongs: { to: 'nobody' },
  distributeBy: 'city',
  indexes: [['city', 'venueId']],
});
