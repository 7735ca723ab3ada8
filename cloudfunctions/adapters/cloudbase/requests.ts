import type { Ordering } from '../../ports/document-query';
import { askableNumber, pathOf } from './collection-fields';
import type { CloudClient, Connection } from './connection';
import type { Contents, Envelope } from './envelope';
import type { Term } from './terms';

/** The most documents that one request gives; the cloud cuts a longer list without a word. */
export const maxRows = 1_000;

/** What is asked of a collection. */
export interface Selection {
  readonly terms: readonly Term[];
  readonly order: Ordering;
  /** 1 to {@link most}. Always sent: without it the cloud gives 100. */
  readonly limit: number;
  /** Only these fields of the envelope; all when absent. */
  readonly only?: readonly (keyof Envelope)[];
}

/** Single requests to the document database. Each is one HTTP exchange that may fail, and then nothing is hidden. */
export interface Requests {
  select(of: string, selection: Selection, timeoutMs: number): Promise<readonly unknown[]>;
  count(of: string, terms: readonly Term[], timeoutMs: number): Promise<number>;
  /** Fails when an id is taken; some of the envelopes may then have been kept. */
  add(to: string, envelopes: readonly Envelope[], timeoutMs: number): Promise<void>;
  /** Replaces the contents of one document at one version, in one step; false when there is none of that version. */
  replace(of: string, change: Change, timeoutMs: number): Promise<boolean>;
  remove(from: string, terms: readonly Term[], timeoutMs: number): Promise<void>;
}

/** A change of one document, and who makes it. */
interface Change extends Contents {
  readonly id: string;
  readonly version: number;
  readonly writer: string;
}

/** How many of the last writers a document names. */
const writersKept = 4;

/** {@link Requests} over a connection; `prefix` stands before every collection's name. */
export function openRequests(connection: Connection, prefix: string): Requests {
  const database = () => connection.client().database();
  return {
    select: async (of, { terms, order, limit, only }, timeout) => {
      const db = database();
      const all = db.collection(prefix + of).options({ timeout });
      const direction = order.descending ? 'desc' : 'asc';
      const chosen = terms.length === 0 ? all : all.where(query(db.command, terms));
      const ordered = order.field === undefined ? chosen : chosen.orderBy(pathOf(order.field), direction);
      const limited = ordered.orderBy('_id', direction).limit(limit);
      const asked = only ? limited.field(Object.fromEntries(only.map((field) => [field, true]))) : limited;
      return listed((await asked.get()).data);
    },
    count: async (of, terms, timeout) => {
      const db = database();
      const all = db.collection(prefix + of).options({ timeout });
      return numbered((await (terms.length === 0 ? all : all.where(query(db.command, terms))).count()).total);
    },
    add: async (to, envelopes, timeout) => {
      const { ids } = await database()
        .collection(prefix + to)
        .options({ timeout })
        .add([...envelopes]);
      if (ids?.length !== envelopes.length) throw new Error('the answer to an insert names other documents');
    },
    replace: async (of, change, timeout) => {
      const db = database();
      const chosen = one(db, prefix + of, timeout, change);
      return numbered((await chosen.update(newContents(db, change))).updated) === 1;
    },
    remove: async (from, terms, timeout) => {
      const db = database();
      const chosen = db
        .collection(prefix + from)
        .options({ timeout })
        .where(query(db.command, terms));
      numbered((await chosen.remove()).deleted);
    },
  };
}

type Database = ReturnType<CloudClient['database']>;

/** `where` with the version, of one document: the database looks at both and writes in one step. */
const one = (db: Database, collection: string, timeout: number, { id, version }: Change) =>
  db
    .collection(collection)
    .options({ timeout, multiple: false })
    .where(db.command.and([{ _id: db.command.eq(id) }, { v: db.command.eq(version) }]));

/** `set` puts the fields in place as they are; given bare, the SDK would merge them with the old ones. */
const newContents = (db: Database, { f, rest, version, writer }: Change) => ({
  v: version + 1,
  f: db.command.set(f),
  rest,
  w: db.command.push({ each: [writer], slice: -writersKept }),
});

const listed = (found: unknown): readonly unknown[] => {
  if (!Array.isArray(found)) throw new Error('the answer holds no list');
  return found;
};

const numbered = (found: unknown): number => {
  if (typeof found !== 'number') throw new Error('the answer holds no number');
  return found;
};

type Command = ReturnType<CloudClient['database']>['command'];

/** Terms in the words of the SDK. No value is ever undefined here: `conditions.ts` has looked at each. */
const query = (_: Command, terms: readonly Term[]): object => _.and(terms.map((term) => inWords(_, term)));

function inWords(_: Command, term: Term): object {
  if (term.kind === 'either') return _.or(term.of.map((terms) => query(_, terms)));
  const path = pathOf(term.field);
  if (term.kind === 'among')
    return { [path]: term.values.length === 1 ? _.eq(standing(term.values[0])) : _.in(term.values.map(standing)) };
  return { [path]: _.and(term.bounds.map(([bound, value]) => _[bound](standing(value)))) };
}

const standing = (value: unknown) => (typeof value === 'number' ? askableNumber(value) : value);
