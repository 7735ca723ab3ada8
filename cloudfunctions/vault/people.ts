import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { maskDocument, maskName, maskPhone } from '@tongcheng/shared/identity/masks';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { openText, sealText } from './cipher';
import { keyedDigest } from './keyed-digest';
import type { VaultNeeds } from './needs';
import { makePersonKey, readPersonKey, readPersonKeys } from './person-key';
import { people, personIndex, personKeys } from './records';
import type { MaskedPerson, PersonFacts } from './vault';

const Facts = z.strictObject({
  name: z.string(),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string(),
  phone: z.string(),
});

const indexOf = (indexKey: Uint8Array, kind: string, number: string) =>
  keyedDigest(indexKey, JSON.stringify(['document', kind, number]));

/** The person of this document, made if new; facts are sealed anew. Safe to repeat after any interruption. */
export async function enrol(needs: VaultNeeds, indexKey: Uint8Array, facts: PersonFacts) {
  const indexId = indexOf(indexKey, facts.documentKind, facts.documentNumber);
  const candidate = newId(needs.clock.now(), needs.chance.bytes);
  const created = (await needs.store.insert(personIndex, { _id: indexId, personId: candidate })) === 'inserted';
  const personId = created ? candidate : await personOf(needs, indexId);
  await keepFacts(needs, personId, indexId, facts);
  return { personId, created };
}

async function personOf({ store }: VaultNeeds, indexId: string): Promise<string> {
  const found = await store.get(personIndex, indexId);
  if (!found) throw new Error('a person was forgotten while being enrolled');
  return found.personId;
}

async function keepFacts(needs: VaultNeeds, personId: string, indexId: string, facts: PersonFacts): Promise<void> {
  const key = await makePersonKey(needs, personId);
  const sealed = sealText(key, personId, JSON.stringify(facts), needs.chance.bytes);
  const person = { _id: personId, sealed, indexId };
  if ((await needs.store.insert(people, person)) === 'inserted') return;
  const held = await needs.store.get(people, personId);
  if (!held) throw new Error('a person was forgotten while being enrolled');
  const answer = await needs.store.update(people, person, held._v);
  if (answer === 'conflict') await keepFacts(needs, personId, indexId, facts);
}

/** The person of a document, by blind index. */
export async function findByDocument({ store }: VaultNeeds, indexKey: Uint8Array, kind: string, number: string) {
  return (await store.get(personIndex, indexOf(indexKey, kind, number)))?.personId;
}

/** What may be shown of a person; undefined when forgotten. */
export async function masked(needs: VaultNeeds, personId: string): Promise<MaskedPerson | undefined> {
  const facts = (await reveal(needs, [personId])).get(personId);
  if (!facts) return undefined;
  return {
    maskedName: maskName(facts.name),
    documentKind: facts.documentKind,
    maskedDocument: maskDocument(facts.documentNumber),
    maskedPhone: maskPhone(facts.phone),
  };
}

/** A find names at most this many values. */
const atOnce = 100;

/** Facts in the clear; the forgotten are absent. Two reads for each hundred persons. */
export async function reveal(
  needs: VaultNeeds,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonFacts>> {
  const all = new Map<string, PersonFacts>();
  const wanted = [...new Set(personIds)];
  for (let from = 0; from < wanted.length; from += atOnce)
    for (const [id, facts] of await revealSome(needs, wanted.slice(from, from + atOnce))) all.set(id, facts);
  return all;
}

async function revealSome(needs: VaultNeeds, personIds: readonly string[]) {
  const [keys, { items }] = await Promise.all([
    readPersonKeys(needs, personIds),
    needs.store.find(people, { where: { _id: { in: personIds } }, limit: 1_000 }),
  ]);
  return items.flatMap(({ _id, sealed }) => {
    const key = keys.get(_id);
    return key ? [[_id, Facts.parse(JSON.parse(openText(key, _id, sealed)))] as const] : [];
  });
}

/** Destroys the key first: from then on nothing opens, whatever else is interrupted. */
export async function forget({ store }: VaultNeeds, personId: string): Promise<void> {
  await store.delete(personKeys, personId);
  const person = await store.get(people, personId);
  if (person) await store.delete(personIndex, person.indexId);
  await store.delete(people, personId);
}

/** Seals a value of a person, bound to its record. Throws when the person was forgotten. */
export async function sealFor(needs: VaultNeeds, personId: string, recordId: string, value: string): Promise<string> {
  return sealText(await keyOf(needs, personId), recordId, value, needs.chance.bytes);
}

/** Opens what {@link sealFor} sealed. */
export async function openFor(needs: VaultNeeds, personId: string, recordId: string, sealed: string): Promise<string> {
  return openText(await keyOf(needs, personId), recordId, sealed);
}

async function keyOf(needs: VaultNeeds, personId: string): Promise<Uint8Array> {
  const key = await readPersonKey(needs, personId);
  if (!key) throw new Error('the person was forgotten');
  return key;
}
