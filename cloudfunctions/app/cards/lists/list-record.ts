import { collection } from '../../../ports/document-store';

/** A list on its way: what came of it so far. */
export interface CardListDraft {
  readonly version: number;
  readonly fileHash: string;
  readonly totalRows: number;
  readonly nextRow: number;
  readonly badRows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Once it is being put in force: how many stay with somebody else's word, and the last row that was done. */
  readonly applying?: { readonly standing: number; readonly after?: string };
}

/** The lists of one kind of card that one issuer hands in for one city (B-04): the one in force, and the next. */
export interface CardList {
  /** `${partnerId}.${city}.${kind}` */
  readonly _id: string;
  readonly partnerId: string;
  readonly by: string;
  readonly city: string;
  readonly kind: string;
  readonly draft?: CardListDraft;
  /** Keys of versions whose rows are still to be removed. */
  readonly dropped?: readonly string[];
  readonly inForce?: CardListDraft & { readonly cards: number };
}
/** Lists of issuers; few, and they name nobody. */
export const cardLists = collection<CardList>()({
  name: 'card-lists',
  keep: { until: 'never', because: 'versions of an issuer’s list never go back' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** One card of a list that waits to be put in force. Sealed under the key of its version, which is destroyed when the list is replaced or given up. */
export interface CardListRow {
  /** `${listKey}.${blind index of kind and number}` */
  readonly _id: string;
  /** {@link listKey} */
  readonly listKey: string;
  /** Its order in the file. */
  readonly order: number;
  /** By `statedHolder`. */
  readonly holderId: string;
  readonly sealed: string;
}
/** Rows of lists on their way. */
export const cardListRows = collection<CardListRow>()({
  name: 'card-list-rows',
  keep: { until: 'done', by: 'the list, once it is in force or another one begins' },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  indexes: [['listKey', '_id']],
});

/** The key of one version of a list, and the mark of its rows. */
export const listKey = ({ _id }: Pick<CardList, '_id'>, { version }: Pick<CardListDraft, 'version'>): string =>
  `card-list.${_id}.${version}`;
