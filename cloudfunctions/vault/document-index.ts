import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { lifelongNumber } from '@tongcheng/shared/identity/documents/lifelong-number';
import { keyedDigest } from './keyed-digest';
import type { VaultNeeds } from './needs';
import { personIndex } from './records';

/** The blind index of a document: the same for its holder's life, useless without the key. */
export const indexOf = (indexKey: Uint8Array, kind: DocumentKind, number: string) =>
  keyedDigest(indexKey, JSON.stringify(['document', kind, lifelongNumber(kind, number)]));

/** The person of a document, by blind index. */
export async function findByDocument(
  { store }: VaultNeeds,
  indexKey: Uint8Array,
  kind: DocumentKind,
  number: string,
): Promise<string | undefined> {
  return (await store.get(personIndex, indexOf(indexKey, kind, number)))?.personId;
}
