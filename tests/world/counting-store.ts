import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** The real store, with a note of every question and write that reached it. */
export const countingStore = (store: DocumentStore): { readonly store: DocumentStore; readonly calls: string[] } => {
  const calls: string[] = [];
  const note = (verb: string, collection: { readonly name: string }) => calls.push(`${verb} ${collection.name}`);
  return {
    calls,
    store: {
      ...store,
      insert: (into, document) => {
        note('insert', into);
        return store.insert(into, document);
      },
      insertMany: (into, documents) => {
        note('insertMany', into);
        return store.insertMany(into, documents);
      },
      get: (from, id) => {
        note('get', from);
        return store.get(from, id);
      },
      find: (from, query) => {
        note('find', from);
        return store.find(from, query);
      },
      count: (from, where) => {
        note('count', from);
        return store.count(from, where);
      },
      stream: (from, query) => {
        note('stream', from);
        return store.stream(from, query);
      },
    },
  };
};
