import { maskDocument, maskName, maskPhone } from '@tongcheng/shared/identity/masks';
import { isSameName } from '@tongcheng/shared/identity/names';
import { openText } from './cipher';
import type { VaultNeeds } from './needs';
import { factsIn } from './person-facts';
import { readPersonKeys } from './person-key';
import { readAll } from './read-all';
import { people } from './records';
import type { MaskedPerson, PersonFacts } from './vault';
import { withKey } from './with-key';

/** What may be shown of a person; undefined when forgotten. */
export async function masked(needs: VaultNeeds, personId: string): Promise<MaskedPerson | undefined> {
  const facts = (await reveal(needs, [personId])).get(personId);
  return facts && maskedOf(facts);
}

/** Facts as they may be shown. */
export const maskedOf = ({ name, documentKind, documentNumber, phone }: PersonFacts): MaskedPerson => ({
  maskedName: maskName(name),
  documentKind,
  maskedDocument: maskDocument(documentNumber),
  maskedPhone: phone === '' ? '' : maskPhone(phone),
});

/** Whether somebody goes by a name, compared here so that theirs does not leave the vault; undefined when forgotten. */
export async function isNamed(needs: VaultNeeds, personId: string, name: string): Promise<boolean | undefined> {
  const facts = (await reveal(needs, [personId])).get(personId);
  return facts && isSameName(facts.name, name);
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
  const { store } = needs;
  const items = await readAll(
    personIds,
    (id) => store.get(people, id),
    () => store.find(people, { where: { _id: { in: personIds } }, limit: 1_000 }),
  );
  const keys = await readPersonKeys(needs, personIds);
  return items.flatMap(({ _id, sealed }) => {
    const key = keys.get(_id);
    if (!key) return [];
    const text = withKey(key, () => openText(key, _id, sealed));
    return [[_id, factsIn(text)] as const];
  });
}
