import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** What a store gives at once. */
const page = 1_000;

/** A store with a count of the questions that reached it, a stream's page by page, and of the documents that came back. */
export function watchedStore(store: DocumentStore) {
  const seen = { calls: 0, documents: 0 };
  const note = (documents: number) => {
    seen.calls += 1;
    seen.documents += documents;
  };
  const watching: DocumentStore = {
    ...store,
    get: async (from, id) => {
      const found = await store.get(from, id);
      note(found ? 1 : 0);
      return found;
    },
    find: async (from, query) => {
      const page = await store.find(from, query);
      note(page.items.length);
      return page;
    },
    stream: async function* (from, query) {
      note(0);
      for await (const batch of store.stream(from, query)) {
        seen.documents += batch.length;
        if (batch.length === page) note(0);
        yield batch;
      }
    },
    days: async (from) => {
      note(0);
      return store.days(from);
    },
  };
  return { seen, store: watching };
}
