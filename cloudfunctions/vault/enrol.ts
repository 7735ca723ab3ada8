import { newDayId } from '@tongcheng/shared/ids';
import { sealText } from './cipher';
import { standsAt } from './document-index';
import { forget, removePerson } from './forget';
import type { VaultNeeds } from './needs';
import { makePersonKey } from './person-key';
import { people, personIndex } from './records';
import type { PersonFacts } from './vault';
import { withKey } from './with-key';

/**
 * The person of this document, made if new; facts are sealed anew, or stay where they are to be kept. Safe to repeat after any interruption, and beside a
 * forgetting: whoever is forgotten meanwhile is enrolled as somebody new, and nothing of the old one comes back.
 */
export async function enrol(
  needs: VaultNeeds,
  indexKey: Uint8Array,
  facts: PersonFacts,
  known: 'replaced' | 'kept',
): Promise<{ readonly personId: string; readonly created: boolean }> {
  const { _id: indexId } = await standsAt(needs, indexKey, facts.documentKind, facts.documentNumber);
  const candidate = newDayId(needs.clock.now(), needs.chance.bytes);
  const created = (await needs.store.insert(personIndex, { _id: indexId, personId: candidate })) === 'inserted';
  const personId = created ? candidate : (await needs.store.get(personIndex, indexId))?.personId;
  if (personId === undefined) return enrol(needs, indexKey, facts, known);
  if (!created && (await isHalfForgotten(needs, personId))) {
    await forget(needs, personId);
    return enrol(needs, indexKey, facts, known);
  }
  await writeFacts(needs, personId, indexId, facts, known);
  if ((await needs.store.get(personIndex, indexId))?.personId === personId) return { personId, created };
  await removePerson(needs, personId);
  return enrol(needs, indexKey, facts, known);
}

/** Facts without a key: forgetting was interrupted. An enrolment that was interrupted never looks so: its key comes first. */
const isHalfForgotten = async ({ store, keyStore }: VaultNeeds, personId: string): Promise<boolean> =>
  (await store.get(people, personId)) !== undefined && (await keyStore.get('person', personId)) === undefined;

async function writeFacts(
  needs: VaultNeeds,
  personId: string,
  indexId: string,
  facts: PersonFacts,
  known: 'replaced' | 'kept',
): Promise<void> {
  const text = JSON.stringify(facts);
  const sealed = withKey(await makePersonKey(needs, personId), (key) =>
    sealText(key, personId, text, needs.chance.bytes),
  );
  const person = { _id: personId, sealed, indexId };
  if ((await needs.store.insert(people, person)) === 'inserted' || known === 'kept') return;
  const held = await needs.store.get(people, personId);
  const answer = held ? await needs.store.update(people, person, held._v) : 'missing';
  if (answer !== 'updated') await writeFacts(needs, personId, indexId, facts, known);
}
