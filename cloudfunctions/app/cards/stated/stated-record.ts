import type { StatedWay } from '@tongcheng/shared/cards/api';
import type { DayInstant } from '@tongcheng/shared/time';
import { collection } from '../../../ports/document-store';

/**
 * What one partner says of one card: whose it is (B-03 to B-05). It is a statement about a document: its holder is not enrolled, and nobody who is known
 * here is read or changed by it. Once it is taken back or undone it keeps its version alone.
 */
export interface StatedCard {
  /** Blind index of partner, kind and number. */
  readonly _id: string;
  /** As its holder names it. */
  readonly cardId: string;
  /** Blind index of kind and number: the id of its claim. */
  readonly claimId: string;
  /** Who holds the card, by {@link statedHolder}; empty once it is not linked. */
  readonly holderId: string;
  readonly city: string;
  readonly kind: string;
  readonly state: 'linked' | 'withdrawn' | 'undone';
  readonly how: StatedWay;
  readonly partnerId: string;
  /** The partner's name, as the holder is shown it. */
  readonly by: string;
  /** The highest that came. */
  readonly version: number;
  /** Of what was said, by blind index. */
  readonly digest: string;
  readonly statedAt: DayInstant;
  /** Reported lost by its holder. */
  readonly lost?: true;
  /** Number, name and document, sealed for this record; empty once it is not linked. */
  readonly sealed: string;
  /** The key of the list under which it is sealed; absent where that is the installation's. */
  readonly sealedUnder?: string;
  /** Of a list (B-04): which, the version that said it last, and whom that names, linked or not. */
  readonly listId?: string;
  readonly listVersion?: number;
  readonly listedHolder?: string;
}
/** Cards that partners say are somebody’s. */
export const statedCards = collection<StatedCard>()({
  name: 'stated-cards',
  keep: { until: 'done', by: 'its partner, who takes it back, or its holder, who undoes it' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [['holderId'], ['claimId'], ['listId']],
});

const prefix = 'h_';

/** Who holds a stated card, where a person's id would stand: their document's subject, of which nobody is made. */
export const statedHolder = (subject: string): string => `${prefix}${subject}`;

/** Whether somebody is known by a statement alone. */
export const isStatedHolder = (holderId: string): boolean => holderId.startsWith(prefix);
