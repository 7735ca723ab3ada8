import { idTime } from '@tongcheng/shared/ids';
import { type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A temporary identity pass that was issued. Whose it is says the key of its day alone; nothing links two days without the vault. */
export interface PassRecord {
  /** `${day}.${city}.${statusIndex}`: so that no two passes of a day share a place in the status list. */
  readonly _id: string;
  /** The day of issue. */
  readonly day: Day;
  readonly city: string;
  readonly passId: string;
  /** Of the holder of the document, under the key of the day. */
  readonly pseudonym: string;
  /** Its place in the status list of its city. */
  readonly statusIndex: number;
  readonly issuedAt: Instant;
  readonly endsAt: Instant;
  readonly issuedBy: 'phone' | 'counter';
  readonly isRevoked?: true;
}

/** Passes by the day of their issue. */
export const passes = collection<PassRecord>()({
  name: 'passes',
  keep: { until: 'city-retention' },
  belongs: { to: 'rider-of-day', exported: 'passes' },
  partition: 'day',
  distributeBy: 'city',
  indexes: [
    ['city', 'pseudonym'],
    ['city', 'passId'],
    ['city', 'isRevoked'],
  ],
});

/** The day of a pass, by its id. */
export const passDay = (passId: string): Day => dayOf(idTime(passId));
