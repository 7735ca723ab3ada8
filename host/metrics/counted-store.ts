import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** The same store; every question and write is told to `tell` by its verb. */
export const countedStore = (store: DocumentStore, tell: (verb: string) => void): DocumentStore => ({
  insert: (into, document) => {
    tell('insert');
    return store.insert(into, document);
  },
  insertMany: (into, documents) => {
    tell('insertMany');
    return store.insertMany(into, documents);
  },
  get: (from, id) => {
    tell('get');
    return store.get(from, id);
  },
  find: (from, query) => {
    tell('find');
    return store.find(from, query);
  },
  count: (from, where) => {
    tell('count');
    return store.count(from, where);
  },
  stream: (from, query) => {
    tell('stream');
    return store.stream(from, query);
  },
  update: (into, document, expectedVersion) => {
    tell('update');
    return store.update(into, document, expectedVersion);
  },
  delete: (from, id) => {
    tell('delete');
    return store.delete(from, id);
  },
  dropDay: (from, day) => {
    tell('dropDay');
    return store.dropDay(from, day);
  },
  days: (from) => {
    tell('days');
    return store.days(from);
  },
  close: () => store.close(),
});
