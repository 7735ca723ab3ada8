import type { AnyCollection } from '../../ports/any-collection';
import { eachDespiteDamage } from '../../ports/damaged-days';
import type { Collection, Doc, DocumentStore, Where } from '../../ports/document-store';
import type { Eraser } from '../identity/erasure/close-person';
import { everyCollection } from './every-collection';

/** Erases what collections declare to belong to a person or an account: a new collection needs nothing but its declaration. */
export const makeEraser = (store: DocumentStore, collections: readonly AnyCollection[] = everyCollection): Eraser => ({
  person: (personId, when) =>
    eachDespiteDamage(collections, async ({ belongs, visit }) => {
      if (belongs.to === 'person' && belongs.erased === when)
        await visit({ of: (collection) => deleteWhere(store, collection, belongs.by, personId) });
    }),
  account: (accountId) =>
    eachDespiteDamage(collections, async ({ belongs, visit }) => {
      if (belongs.to === 'account' && belongs.erased === 'with-account')
        await visit({ of: (collection) => deleteWhere(store, collection, belongs.by, accountId) });
    }),
});

/**
 * Deletes the documents whose field has a value; of a daily collection day by day. Doing it again is no harm. What is left of a damaged day
 * ends with the day.
 */
async function deleteWhere<D extends Doc>(
  store: DocumentStore,
  from: Collection<D>,
  field: string,
  value: string,
): Promise<void> {
  if (field === '_id' && from.partition === undefined) return store.delete(from, value);
  const days = from.partition === 'day' ? await store.days(from) : [undefined];
  await eachDespiteDamage(days, async (day) => {
    for await (const batch of store.stream(from, { where: whereOf<D>({ [field]: value, ...(day && { day }) }) }))
      for (const { _id } of batch) await store.delete(from, _id);
  });
}

/** Conditions on declared fields; the compiler, which knows no more than that there are documents, is told so. */
const whereOf = <D extends Doc>(conditions: Readonly<Record<string, string>>): Where<D> =>
  JSON.parse(JSON.stringify(conditions));
