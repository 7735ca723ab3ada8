import { sorted } from './bson-order';
import { changed } from './changes';
import { type Fields, readCanonical, ServiceFault, writeCanonical } from './ejson';
import { matches } from './matches';

/** What the database does with a list of documents of which one id is taken. MongoDB's own way is `ordered`. */
export type OnTaken = 'ordered' | 'unordered' | 'none';

/** The documents of one environment, by collection. */
export type Collections = Map<string, Map<string, Fields>>;

type Params = Fields;

const usualLimit = 100;
const largestLimit = 1_000;

/** What each action of the database answers, as `data` of its reply. */
export const documentActions = (collections: Collections, onTaken: () => OnTaken) => ({
  'database.addCollection': (params: Params) => {
    collections.set(String(params.collectionName), new Map());
    return {};
  },
  'database.insertDocument': (params: Params) => ({
    insertedIds: insert(open(collections, params), listIn(params).map(readCanonical), onTaken()),
  }),
  'database.getDocument': (params: Params) => {
    // Silent, like the service: 100 when no limit is given, and never more than 1,000.
    const limit = Math.min(Number(params.limit ?? usualLimit), largestLimit);
    const offset = Number(params.offset ?? 0);
    const order = params.order === undefined ? {} : readCanonical(params.order);
    const found = sorted(matching(collections, params), order).slice(offset, offset + limit);
    return { list: found.map((document) => writeCanonical(projected(document, params.projection))), limit, offset };
  },
  'database.calculateDocument': (params: Params) => ({ total: matching(collections, params).length }),
  'database.modifyDocument': (params: Params) => {
    if (params.merge !== true || params.upsert !== false)
      throw new ServiceFault('INVALID_PARAM', 'replacing and upserting are not in the stand-in');
    const kept = open(collections, params);
    const found = matching(collections, params).slice(0, params.multi === true ? undefined : 1);
    const operators = readCanonical(params.data);
    for (const document of found) kept.set(String(document._id), changed(document, operators));
    return { updated: found.length, upsert_id: null };
  },
  'database.removeDocument': (params: Params) => {
    const kept = open(collections, params);
    const found = matching(collections, params).slice(0, params.multi === true ? undefined : 1);
    for (const { _id } of found) kept.delete(String(_id));
    return { deleted: found.length };
  },
});

function open(collections: Collections, { collectionName, transactionId }: Params): Map<string, Fields> {
  if (transactionId) throw new ServiceFault('INVALID_PARAM', 'transactions are not in the stand-in');
  const found = collections.get(String(collectionName));
  if (!found) throw new ServiceFault('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collectionName}`);
  return found;
}

function matching(collections: Collections, params: Params): readonly Fields[] {
  const documents = [...open(collections, params).values()];
  const query = params.query === undefined || params.query === '' ? {} : readCanonical(params.query);
  return documents.filter((document) => matches(document, query));
}

const listIn = ({ data }: Params): readonly unknown[] => {
  if (!Array.isArray(data)) throw new ServiceFault('INVALID_PARAM', 'documents come in a list');
  return data;
};

function insert(kept: Map<string, Fields>, documents: readonly Fields[], onTaken: OnTaken): readonly string[] {
  const before = new Map(kept);
  let taken: string | undefined;
  for (const document of documents) {
    const id = String(document._id);
    if (kept.has(id)) taken ??= id;
    else if (taken === undefined || onTaken === 'unordered') kept.set(id, document);
  }
  if (taken === undefined) return documents.map(({ _id }) => String(_id));
  if (onTaken === 'none') for (const id of kept.keys()) if (!before.has(id)) kept.delete(id);
  throw new ServiceFault(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: stand-in index: _id_ dup key: { : "${taken}" }`,
  );
}

function projected(document: Fields, projection: unknown): Fields {
  if (projection === undefined) return document;
  const wanted = readCanonical(projection);
  if (Object.values(wanted).some((value) => value !== 1))
    throw new ServiceFault('INVALID_PARAM', 'only wanted fields are in the stand-in');
  return Object.fromEntries(Object.entries(document).filter(([name]) => name === '_id' || wanted[name] === 1));
}
