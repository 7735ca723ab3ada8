import type { Collection, Doc, DocumentStore, Inserted } from '../../ports/document-store';
import { textValue } from './column-value';
import { misused } from './misuse';
import { dayOfId, type Places } from './places';
import { type Encoded, encode } from './rows';
import { type Shape, shapeOf } from './shape';

type Writes = Pick<DocumentStore, 'insert' | 'insertMany' | 'update' | 'delete' | 'dropDay'>;

/** The port's verbs that write. */
export const openWrites = (places: Places): Writes => ({
  insert: async (into, document) => {
    const shape = shapeOf(into);
    const encoded = encodeFor(shape, document);
    const table = places.receiving(shape, document._id);
    return table.file.submit(encoded.body.length, () => table.insert(encoded));
  },
  insertMany: async (into, documents) => insertMany(places, shapeOf(into), documents),
  update: async (into, document, expectedVersion) => {
    const shape = shapeOf(into);
    const encoded = encodeFor(shape, document);
    const table = places.holding(shape, document._id);
    if (!table) return 'missing';
    return table.file.submit(encoded.body.length, () => table.update(encoded, expectedVersion));
  },
  delete: async (from, id) => {
    const table = places.holding(shapeOf(from), id);
    await table?.file.submit(0, () => table.delete(textValue(id)));
  },
  dropDay: async (from, day) => places.drop(daily(from), day),
});

/** The shape of a partitioned collection. Throws when it is not one. */
export const daily = <D extends Doc>(collection: Collection<D>): Shape => {
  const shape = shapeOf(collection);
  return shape.daily ? shape : misused(`${shape.name} is not partitioned by day`);
};

async function insertMany(places: Places, shape: Shape, documents: readonly Doc[]): Promise<readonly Inserted[]> {
  if (documents.length > 1_000) return misused(`${documents.length} documents at once: at most 1,000`);
  const ready = documents.map((document, at) => ({ at, id: document._id, encoded: encodeFor(shape, document) }));
  const written = [...byDay(shape, ready).values()].map((batch) => insertAll(places, shape, batch));
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

/** Documents of one table; the answers by position. */
async function insertAll(places: Places, shape: Shape, batch: readonly Ready[]) {
  const table = places.receiving(shape, batch[0]?.id ?? '');
  const weight = batch.reduce((sum, { encoded }) => sum + encoded.body.length, 0);
  return table.file.submit(weight, () => batch.map(({ at, encoded }) => [at, table.insert(encoded)] as const));
}

/** Refuses a document that its partition could not find again. */
function encodeFor(shape: Shape, document: Doc): Encoded {
  const encoded = encode(document, shape.fields);
  if (!shape.daily) return encoded;
  const day = dayOfId(document._id);
  if (day === '' || Reflect.get(document, 'day') !== day) misused(`${shape.name}: the _id must begin with the day`);
  return encoded;
}
