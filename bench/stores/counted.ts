import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** A store with a count of the questions and writes that reached it. A stream counts once, however long. */
export const counted = (store: DocumentStore): { readonly store: DocumentStore; readonly calls: () => number } => {
  let calls = 0;
  const one = () => {
    calls += 1;
    return store;
  };
  return {
    calls: () => calls,
    store: {
      insert: (into, document) => one().insert(into, document),
      insertMany: (into, documents) => one().insertMany(into, documents),
      get: (from, id) => one().get(from, id),
      find: (from, query) => one().find(from, query),
      count: (from, where) => one().count(from, where),
      stream: (from, query) => one().stream(from, query),
      update: (into, document, version) => one().update(into, document, version),
      delete: (from, id) => one().delete(from, id),
      dropDay: (from, day) => one().dropDay(from, day),
      days: (from) => one().days(from),
      close: () => store.close(),
    },
  };
};
