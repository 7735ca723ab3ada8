import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** The same store; `count` is called for every read and write with its verb. */
export const countedStore = (store: DocumentStore, count: (verb: string) => void): DocumentStore => ({
  insert: (into, document) => {
    count('insert');
    return store.insert(into, document);
  },
  insertMany: (into, documents) => {
    count('insertMany');
    return store.insertMany(into, documents);
  },
  get: (from, id) => {
    count('get');
    return store.get(from, id);
  },
  find: (from, query) => {
    count('find');
    return store.find(from, query);
  },
  count: (from, where) => {
    count('count');
    return store.count(from, where);
  },
  stream: (from, query) => {
    count('stream');
    return store.stream(from, query);
  },
  update: (into, document, expectedVersion) => {
    count('update');
    return store.update(into, document, expectedVersion);
  },
  delete: (from, id) => {
    count('delete');
    return store.delete(from, id);
  },
  dropDay: (from, day) => {
    count('dropDay');
    return store.dropDay(from, day);
  },
  days: (from) => {
    count('days');
    return store.days(from);
  },
  ...(store.makeDay && { makeDay: store.makeDay }),
  ...(store.troubles && { troubles: store.troubles }),
  close: () => store.close(),
});
