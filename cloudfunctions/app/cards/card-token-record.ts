import { collection } from '../../ports/document-store';

/**
 * A linked card as the readers of one city know it: found by the blind index of its token, which is sealed beside it, so that a new week of the
 * hashes opens no number.
 */
export interface CardToken {
  /** Blind index of city and token. */
  readonly _id: string;
  readonly city: string;
  readonly personId: string;
  /** Who holds the number: a token counts only while its claim is there. */
  readonly claimId: string;
  /** The holder as the source of health statuses knows them: a blind mark. */
  readonly subject: string;
  /** 32 bytes, base64url, sealed for this record. */
  readonly sealedToken: string;
  /** Reported lost: gates keep shut for it, whatever its holder's status. */
  readonly blocked?: true;
}
export const cardTokens = collection<CardToken>()({
  name: 'card-tokens',
  keep: { until: 'owner' },
  belongs: {
    to: 'person',
    by: 'personId',
    erased: 'at-once',
    exported: { not: 'a keyed digest of numbers that the cards show' },
  },
  distributeBy: '_id',
  indexes: [['personId'], ['subject'], ['city', '_id']],
});

/** A card of which the set of its city is to be made true again: linked or unlinked since. It says no time and names nobody. */
export interface CardMark {
  readonly _id: string;
  readonly city: string;
  readonly tokenId: string;
  /** The token, sealed for its record: of an unlinked card nothing else has it. */
  readonly sealedToken: string;
}
export const cardMarks = collection<CardMark>()({
  name: 'card-marks',
  keep: { until: 'done', by: 'the maker of card sets' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [['city', '_id']],
});
