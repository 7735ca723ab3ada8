import type { AddedFields } from '@tongcheng/shared/added-fields';
import type { DayInstant } from '@tongcheng/shared/time';
import type { Belonging, DailyRetention, DocumentRetention, Retention } from './retention';

/** A value that survives JSON. Documents hold nothing else; undefined fields are left out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What every document has: its id, unique within the collection. */
export interface Doc {
  readonly _id: string;
}

/** A document as it comes back: with the version that an update must name. Versions begin at 1. */
export type Stored<D extends Doc> = D & { readonly _v: number };

/** One index: fields of equality first, then at most one field of range or order. Ties are always broken by `_id`. */
export type Index<D extends Doc> = readonly (keyof D & string)[];

/**
 * A declared collection. Only declared ones exist (docs/adding-a-collection.md).
 * `partition: 'day'` is for what grows by the day: documents have a field `day` (YYYY-MM-DD) and an `_id` that begins
 * `${day}.`; every find, stream and count names the day by equality or `in`; a whole day is dropped at once.
 */
export interface Collection<D extends Doc> {
  readonly name: string;
  readonly indexes: readonly Index<D>[];
  readonly partition?: 'day';
  /** How long documents are kept; the sweeper ends it. */
  readonly keep: Retention;
  /** Whose documents these are; erasing a person or an account walks all collections by it. */
  readonly belongs: Belonging<keyof D & string>;
  /**
   * For stores of many servers: the field that says where a document lives. Every document has it, as text, and keeps it;
   * a question that names it by equality asks one server. `_id` suits what is asked for by id. Without it a daily
   * collection lives by its `day`; any other is taken for small and is kept whole on every server.
   */
  readonly distributeBy?: keyof D & string;
  /** What fields added since are in documents of earlier releases, by their path; every read fills them in (docs/changing-a-record.md). */
  readonly added?: AddedFields;
  /** Never set: carries the type of the documents. */
  readonly documents?: D;
}

/** What is declared of a collection. Neither retention nor belonging has a default, and days are ended by the day. */
type Declared<D extends Doc> = Omit<Collection<D>, 'documents' | 'partition' | 'keep' | 'belongs'> & {
  readonly belongs: MayBelong<D>;
} & (
    | { readonly partition: 'day'; readonly keep: DailyRetention | NeverEnded }
    | { readonly partition?: never; readonly keep: DocumentRetention }
  );

type NeverEnded = Extract<DocumentRetention, { until: 'never' }>;

/** Documents with a time finer than a day belong to no person and no account: beside a stable id it would lead to the scans of that minute (decision 156). */
type MayBelong<D extends Doc> = [FineTimes<D>] extends [never]
  ? Belonging<keyof D & string>
  : Exclude<Belonging<keyof D & string>, { readonly to: 'person' | 'account' }>;

/** Names of fields, however deep, that hold an instant finer than a day: by the naming of times in this house. */
type FineTimes<T, Depth extends readonly 0[] = []> = Depth['length'] extends 4
  ? never
  : T extends readonly (infer Each)[]
    ? FineTimes<Each, [...Depth, 0]>
    : T extends object
      ? { readonly [K in keyof T & string]: FineTime<K, NonNullable<T[K]>, [...Depth, 0]> }[keyof T & string]
      : never;

type FineTime<K extends string, V, Depth extends readonly 0[]> = V extends DayInstant
  ? never
  : V extends number
    ? K extends `${string}At` | `${string}Until` | 'at' | 'until' | 'since'
      ? K
      : never
    : FineTimes<V, Depth>;

/**
 * Declares a collection.
 * @example
 * export const tickets = collection<Ticket>()({
 *   name: 'tickets',
 *   keep: { until: 'owner' },
 *   belongs: { to: 'person', by: 'personId', erased: 'at-once', exported: 'cards' },
 *   indexes: [['personId']],
 * });
 */
export const collection =
  <D extends Doc>() =>
  (declared: Declared<D>): Collection<D> =>
    declared;

/** What may be compared. */
export type Scalar = string | number | boolean | null;

/** Conditions on one field: equality, a range (half-open or closed), or one of at most 100 values. */
export type Condition<V> =
  | Extract<V, Scalar>
  | { readonly in: readonly Extract<V, Scalar>[] }
  | {
      readonly gt?: Extract<V, string | number>;
      readonly gte?: Extract<V, string | number>;
      readonly lt?: Extract<V, string | number>;
      readonly lte?: Extract<V, string | number>;
    };

/**
 * Conditions that all hold. Built by our own code from typed values, never from a request object (safety rule 13).
 * Null and missing are the same. A range holds values of its bounds' type only. Fields are plain words
 * (letters, digits, underscore); a condition that is undefined or says nothing throws {@link StoreMisused}.
 */
export type Where<D extends Doc> = {
  readonly [K in keyof D & string]?: Condition<NonNullable<D[K]> | (null extends D[K] ? null : never)>;
};

/**
 * Order by one field, or by `_id` when absent; ties by `_id` in the same direction. Missing (or null) comes first, then
 * numbers, then text by code point, then false, then true. Lists and objects count as missing, and a number nearer to
 * zero than 1e-15 may count as zero (documents keep it as it is).
 */
export interface Order<D extends Doc> {
  readonly by: keyof D & string;
  readonly direction: 'asc' | 'desc';
}

/** A question for one page of documents. */
export interface Query<D extends Doc> {
  readonly where: Where<D>;
  readonly order?: Order<D>;
  /** 1 to 1,000. */
  readonly limit: number;
  /** The `next` of the page before; valid for the same where and order. */
  readonly after?: string;
}

/** One page of an answer, in the order asked. */
export interface Page<D extends Doc> {
  readonly items: readonly Stored<D>[];
  /** Present when there may be more. */
  readonly next?: string;
}

/** What became of an insert: an existing id is never overwritten. */
export type Inserted = 'inserted' | 'exists';

/**
 * The one way to keep documents (docs/adding-an-adapter.md). A promise that resolves means the write survives a power
 * cut. Writes to one document are atomic; there is no transaction over several: use an idempotent write and an outbox.
 * Throws {@link StoreRefused} when it cannot take a write (disk full, read-only, away), as {@link StoreDamaged} when what is asked for lies
 * in a damaged part, to be read or written: then nothing of it was kept, unless
 * a server went away between keeping it and saying so and did not come back in time; ids make the retry harmless.
 */
export interface DocumentStore {
  insert<D extends Doc>(into: Collection<D>, document: D): Promise<Inserted>;
  /** Each document for itself, answered in the order given; at most 1,000. Of several days, each day is a write of its own. */
  insertMany<D extends Doc>(into: Collection<D>, documents: readonly D[]): Promise<readonly Inserted[]>;
  get<D extends Doc>(from: Collection<D>, id: string): Promise<Stored<D> | undefined>;
  find<D extends Doc>(from: Collection<D>, query: Query<D>): Promise<Page<D>>;
  count<D extends Doc>(from: Collection<D>, where: Where<D>): Promise<number>;
  /**
   * All matches in order, in batches; memory stays bounded whatever the number. Sees at least what was there at the
   * start and stays; a document whose ordering field is changed meanwhile may be missed or met twice.
   */
  stream<D extends Doc>(
    from: Collection<D>,
    query: Pick<Query<D>, 'where' | 'order'>,
  ): AsyncIterable<readonly Stored<D>[]>;
  /** Replaces the whole document if its version is still the expected one. */
  update<D extends Doc>(
    into: Collection<D>,
    document: D,
    expectedVersion: number,
  ): Promise<'updated' | 'conflict' | 'missing'>;
  /** Deleting what is not there is no error. */
  delete<D extends Doc>(from: Collection<D>, id: string): Promise<void>;
  /** Makes what a day needs before its first document, so that none waits for it; absent where nothing is made. */
  makeDay?<D extends Doc>(into: Collection<D>, day: string): Promise<void>;
  /** Drops a whole day of a partitioned collection. */
  dropDay<D extends Doc>(from: Collection<D>, day: string): Promise<void>;
  /** Days of a partitioned collection that hold documents, oldest first. */
  days<D extends Doc>(from: Collection<D>): Promise<readonly string[]>;
  /** Parts with a trouble, as far as the store knows; absent where a server looks after its own files and has no others beside it. */
  troubles?(): Promise<readonly StoreTrouble[]>;
  close(): Promise<void>;
}

/** The store could not take a write; nothing of it was kept, and the same write may succeed later. */
export class StoreRefused extends Error {
  override readonly name: string = 'StoreRefused';
}

/**
 * A part of the store is damaged: nothing in it can be read or written until somebody mends it. Everything else is served as ever, so
 * whoever walks over days goes on with the others.
 */
export class StoreDamaged extends StoreRefused {
  override readonly name = 'StoreDamaged';
  /** What is damaged: a file of the embedded store. */
  readonly part: string;

  constructor(part: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.part = part;
  }
}

/** A trouble with a part of the store that the store itself noticed; no value of a document. */
export interface StoreTrouble {
  /** What has it: a file of the embedded store, or a server of a cluster. */
  readonly part: string;
  /** `away`: takes no durable write now; what lives on other servers goes on. `lacks`: what was acknowledged is gone from it. */
  readonly is: 'damaged' | 'away' | 'lacks';
  /** Words for the log: what the database says of it. */
  readonly reason: string;
}

/** Our own code asked for what the port does not offer: a fault (a bug), never the caller's. */
export class StoreMisused extends Error {
  override readonly name = 'StoreMisused';
}

/** `after` is not a cursor of this port. Cursors travel through clients, so this is the client's doing. */
export class CursorRefused extends Error {
  override readonly name = 'CursorRefused';
}
