import { fillAdded } from '@tongcheng/shared/added-fields';
import type { Collection, Doc, DocumentStore, Page, Query, Stored, Where } from '../../ports/document-store';

/**
 * A store whose documents of earlier releases come back with the fields that their collection declares as added since. Nothing is
 * rewritten; an update of such a document keeps the field. A question about an added field does not find them.
 */
export const fillAddedFields = (store: DocumentStore): DocumentStore => ({
  ...store,
  get: async (from, id) => filled(from, await store.get(from, id)),
  find: async <D extends Doc>(from: Collection<D>, query: Query<D>): Promise<Page<D>> => {
    const page = await store.find(from, query);
    return from.added ? { ...page, items: page.items.map((document) => filled(from, document)) } : page;
  },
  stream: (from, query) => (from.added ? filledStream(store, from, query) : store.stream(from, query)),
});

const filled = <D extends Doc, T>(from: Collection<D>, document: T): T => fillAdded(document, from.added);

async function* filledStream<D extends Doc>(
  store: DocumentStore,
  from: Collection<D>,
  query: { readonly where: Where<D> } & Pick<Query<D>, 'order'>,
): AsyncIterable<readonly Stored<D>[]> {
  for await (const batch of store.stream(from, query)) yield batch.map((document) => filled(from, document));
}
