import type { Collection, Doc, DocumentStore, Inserted } from '../../ports/document-store';
import type { Deeds } from './deeds';
import { misused } from './misuse';
import { dayOfId } from './places';
import { type Encoded, encode } from './rows';
import { type Shape, shapeOf } from './shape';

type Writes = Pick<DocumentStore, 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. */
export const openWrites = (deeds: Deeds): Writes => ({
  insert: async (into, document) => {
    const shape = shapeOf(into);
    const [answer = 'exists'] = await deeds.insert(shape, [encodeFor(shape, document)]);
    return answer;
  },
  insertMany: async (into, documents) => insertMany(deeds, shapeOf(into), documents),
  update: async (into, document, expectedVersion) => {
    const shape = shapeOf(into);
    return deeds.update(shape, encodeFor(shape, document), expectedVersion);
  },
  delete: async (from, id) => deeds.delete(shapeOf(from), id),
  dropDay: async (from, day) => deeds.dropDay(daily(from), day),
});

/** The shape of a partitioned collection. Throws when it is not one. */
export const daily = <D extends Doc>(collection: Collection<D>): Shape => {
  const shape = shapeOf(collection);
  return shape.daily ? shape : misused(`${shape.name} is not partitioned by day`);
};

async function insertMany(deeds: Deeds, shape: Shape, documents: readonly Doc[]): Promise<readonly Inserted[]> {
  if (documents.length > 1_000) return misused(`${documents.length} documents at once: at most 1,000`);
  const ready = documents.map((document, at) => ({ at, id: document._id, encoded: encodeFor(shape, document) }));
  const written = [...byDay(shape, ready).values()].map((batch) => insertAll(deeds, shape, batch));
  const answers = new Map((await Promise.all(written)).flat());
  return ready.map(({ at }) => answers.get(at) ?? 'exists');
}

interface Ready {
  readonly at: number;
  readonly id: string;
  readonly encoded: Encoded;
}

function byDay(shape: Shape, ready: readonly Ready[]): Map<string, Ready[]> {
  const days = new Map<string, Ready[]>();
  for (const each of ready) {
    const day = shape.daily ? dayOfId(each.id) : '';
    const batch = days.get(day) ?? [];
    days.set(day, batch);
    batch.push(each);
  }
  return days;
}

/** Documents of one place; the answers by position. */
async function insertAll(deeds: Deeds, shape: Shape, batch: readonly Ready[]) {
  const encoded = batch.map((each) => each.encoded);
  const answers = await deeds.insert(shape, encoded);
  return batch.map(({ at }, i) => [at, answers[i] ?? 'exists'] as const);
}

/** Refuses a document that its partition could not find again. */
function encodeFor(shape: Shape, document: Doc): Encoded {
  const encoded = encode(document, shape.fields);
  if (!shape.daily) return encoded;
  const day = dayOfId(document._id);
  if (day === '' || Reflect.get(document, 'day') !== day) misused(`${shape.name}: the _id must begin with the day`);
  return encoded;
}
