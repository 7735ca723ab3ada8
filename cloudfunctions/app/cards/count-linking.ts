import { dayOf } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import type { BoundCard } from './card-record';
import { cardLinkings } from './linking-record';

/** Counts a card that is linked now among those of its city's day (B-12); once, however often the same linking comes. */
export async function countLinking(
  { store, vault }: { readonly store: DocumentStore; readonly vault: Vault },
  city: string | undefined,
  { cardId, kind, boundAt }: Pick<BoundCard, 'cardId' | 'kind' | 'boundAt'>,
): Promise<void> {
  if (city === undefined) return;
  const day = dayOf(boundAt);
  const mark = await vault.blindIndex('card-linking', cardId);
  await store.insert(cardLinkings, { _id: `${day}.${mark}`, day, city, kind });
}
