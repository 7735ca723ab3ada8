import type { Collection, Doc, DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { AddedFields } from '@tongcheng/shared/added-fields';
import { dayOf } from '@tongcheng/shared/time';
import { documentCollections, keyCollections } from '../../host/backup/every-collection';
import { firstMorning, secondMorning } from './sample-town';

const collections = [...documentCollections, ...keyCollections];
const days = [dayOf(firstMorning), dayOf(secondMorning)];
/** Daily collections are asked by the day. */
const allOf = <D extends Doc>(collection: Collection<D>) =>
  collection.partition === 'day' ? JSON.parse(JSON.stringify({ day: { in: days } })) : {};

/** Every document of every collection, by the collection's name, without its version. */
export async function documentsOf(store: DocumentStore): Promise<Readonly<Record<string, readonly Doc[]>>> {
  const found: Record<string, readonly Doc[]> = {};
  for (const { name, visit } of collections)
    found[name] = await visit<readonly Doc[]>({
      of: async (collection) => {
        const documents: Doc[] = [];
        for await (const batch of store.stream(collection, { where: allOf(collection) }))
          documents.push(...batch.map(({ _v, ...document }) => ({ ...document, _id: document._id })));
        return documents;
      },
    });
  return found;
}

/** Puts documents that another release wrote into a store. */
export async function putDocuments(store: DocumentStore, set: Readonly<Record<string, readonly unknown[]>>) {
  for (const { name, visit } of collections) {
    const documents = JSON.stringify(set[name] ?? []);
    await visit<void>({
      of: async <D extends Doc>(collection: Collection<D>) => {
        const each: readonly D[] = JSON.parse(documents);
        for (const document of each) await store.insert(collection, document);
      },
    });
  }
}

/** What a collection declares of fields added since. */
export const addedIn = (collection: string): AddedFields | undefined => added[collection];

const added: Record<string, AddedFields> = {};
for (const { name, visit } of collections)
  void visit<void>({
    of: async (collection) => {
      if (collection.added) added[name] = collection.added;
    },
  });
