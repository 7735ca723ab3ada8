import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';

/** A store with a count of the questions that reached it and of the documents that came back; a stream counts a question a batch. */
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
      for await (const batch of store.stream(from, query)) {
        note(batch.length);
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
