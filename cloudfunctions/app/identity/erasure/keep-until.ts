import type { Day } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import { closings } from '../closing-record';

/** Puts the end of a person off to a day; never brings it nearer, however many say so at once. */
export async function keepUntil(store: DocumentStore, personId: string, until: Day): Promise<void> {
  const closing = { _id: personId, until };
  if ((await store.insert(closings, closing)) === 'inserted') return;
  const held = await store.get(closings, personId);
  if (held && held.until >= until) return;
  if (held && (await store.update(closings, closing, held._v)) === 'updated') return;
  await keepUntil(store, personId, until);
}
