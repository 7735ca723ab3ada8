import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { formerDocuments, lifelongNumber } from '@tongcheng/shared/identity/documents/lifelong-number';
import { keyedDigest } from './keyed-digest';
import type { VaultNeeds } from './needs';
import { type PersonIndex, personIndex } from './records';

/** The blind index of a document: the same for its holder's life, useless without the key. */
const indexOf = (indexKey: Uint8Array, kind: DocumentKind, lifelong: string) =>
  keyedDigest(indexKey, JSON.stringify(['document', kind, lifelong]));

/** The subject of a document's holder: their blind index, of which nobody is made. */
export const subjectOfDocument = (indexKey: Uint8Array, kind: DocumentKind, number: string): string =>
  indexOf(indexKey, kind, lifelongNumber(kind, number));

/**
 * Where the holder of a document stands or will stand. Whoever an earlier release enrolled under another index (decision 144) stays
 * there; were there several, the one enrolled last is the holder.
 */
export async function standsAt(
  { store }: VaultNeeds,
  indexKey: Uint8Array,
  kind: DocumentKind,
  number: string,
): Promise<Pick<PersonIndex, '_id'> & Partial<PersonIndex>> {
  const _id = indexOf(indexKey, kind, lifelongNumber(kind, number));
  const held = await store.get(personIndex, _id);
  if (held) return held;
  const former = formerDocuments(kind, number).map((document) => indexOf(indexKey, document.kind, document.number));
  if (former.length === 0) return { _id };
  const { items } = await store.find(personIndex, { where: { _id: { in: former } }, limit: former.length });
  return [...items].sort((one, other) => (one.personId < other.personId ? 1 : -1))[0] ?? { _id };
}

/** The person of a document, by blind index. */
export async function findByDocument(
  needs: VaultNeeds,
  indexKey: Uint8Array,
  kind: DocumentKind,
  number: string,
): Promise<string | undefined> {
  return (await standsAt(needs, indexKey, kind, number)).personId;
}
