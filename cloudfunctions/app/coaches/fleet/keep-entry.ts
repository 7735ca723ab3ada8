import type { Collection, Doc, DocumentStore, Stored } from '../../../ports/document-store';

/** So many entries an operator's list of vehicles, or of lines, has at most. */
export const mostEntries = 1_000;

const maxAttempts = 5;

/**
 * Keeps an entry as `change` makes it of the one that is there, asked again when somebody else changed it in between. `undefined` leaves all as it is.
 */
export async function keepEntry<D extends Doc>(
  store: DocumentStore,
  into: Collection<D>,
  id: string,
  change: (known: Stored<D> | undefined) => D | undefined,
): Promise<'kept' | 'left'> {
  for (let i = 0; i < maxAttempts; i += 1) {
    const known = await store.get(into, id);
    const next = change(known);
    if (!next) return 'left';
    const answer = known ? await store.update(into, next, known._v) : await store.insert(into, next);
    if (answer === 'updated' || answer === 'inserted') return 'kept';
  }
  throw new Error(`entry ${id} is being changed by others all the time`);
}
