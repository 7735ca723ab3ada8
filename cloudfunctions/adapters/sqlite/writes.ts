import { dayOfId, misused } from '../../ports/document-query';
import type { Collection, Doc, DocumentStore, Inserted } from '../../ports/document-store';
import { type CollectionSpec, specOf } from './collection-spec';

import { type Encoded, encodeDocument } from './rows';
import type { StoreOperations } from './store-operations';

type Writes = Pick<DocumentStore, 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. */
export const openWrites = (operations: StoreOperations): Writes => ({
  insert: async (into, document) => {
    const spec = specOf(into);
    const [answer = 'exists'] = await operations.insert(spec, [encodeFor(spec, document)]);
    return answer;
  },
  insertMany: async (into, documents) => insertMany(operations, specOf(into), documents),
  update: async (into, document, expectedVersion) => {
    const spec = specOf(into);
    return operations.update(spec, encodeFor(spec, document), expectedVersion);
  },
  delete: async (from, id) => operations.delete(specOf(from), id),
  dropDay: async (from, day) => operations.dropDay(daily(from), day),
});

/** The spec of a partitioned collection. Throws when it is not one. */
export const daily = <D extends Doc>(collection: Collection<D>): CollectionSpec => {
  const spec = specOf(collection);
  return spec.daily ? spec : misused(`${spec.name} is not partitioned by day`);
};

async function insertMany(
  operations: StoreOperations,
  spec: CollectionSpec,
  documents: readonly Doc[],
): Promise<readonly Inserted[]> {
  if (documents.length > 1_000) return misused(`${documents.length} documents at once: at most 1,000`);
  const ready = documents.map((document, at) => ({ at, id: document._id, encoded: encodeFor(spec, document) }));
  const written = [...byDay(spec, ready).values()].map((batch) => insertAll(operations, spec, batch));
  const answers = new Map((await Promise.all(written)).flat());
  return ready.map(({ at }) => answers.get(at) ?? 'exists');
}

interface Ready {
  readonly at: number;
  readonly id: string;
  readonly encoded: Encoded;
}

function byDay(spec: CollectionSpec, ready: readonly Ready[]): Map<string, Ready[]> {
  const days = new Map<string, Ready[]>();
  for (const each of ready) {
    const day = spec.daily ? dayOfId(each.id) : '';
    const batch = days.get(day) ?? [];
    days.set(day, batch);
    batch.push(each);
  }
  return days;
}

/** Documents of one table; the answers by position. */
async function insertAll(operations: StoreOperations, spec: CollectionSpec, batch: readonly Ready[]) {
  const encoded = batch.map((each) => each.encoded);
  const answers = await operations.insert(spec, encoded);
  return batch.map(({ at }, i) => [at, answers[i] ?? 'exists'] as const);
}

/** Refuses a document that its partition could not find again. */
function encodeFor(spec: CollectionSpec, document: Doc): Encoded {
  const encoded = encodeDocument(document, spec.fields);
  if (!spec.daily) return encoded;
  const day = dayOfId(document._id);
  if (day === '' || Reflect.get(document, 'day') !== day) misused(`${spec.name}: the _id must begin with the day`);
  return encoded;
}
