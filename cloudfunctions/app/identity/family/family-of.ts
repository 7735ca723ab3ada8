import type { DocumentStore } from '../../../ports/document-store';
import { type FamilyMember, families, type Membership, memberships } from '../family-record';

/** The members that a person looks after, oldest first. */
export const membersOf = async (store: DocumentStore, holderId: string): Promise<readonly FamilyMember[]> =>
  (await store.get(families, holderId))?.members ?? [];

/** One member of the holder's own family; another family's member is as unknown as none. */
export const memberIn = async (
  store: DocumentStore,
  holderId: string | undefined,
  memberId: string,
): Promise<FamilyMember | undefined> =>
  holderId === undefined
    ? undefined
    : (await membersOf(store, holderId)).find((member) => member.memberId === memberId);

/** Changes a family by a function of what it is, however many change it at once. */
export async function changeFamily(
  store: DocumentStore,
  holderId: string,
  change: (members: readonly FamilyMember[]) => readonly FamilyMember[],
): Promise<readonly FamilyMember[]> {
  const held = await store.get(families, holderId);
  const family = { _id: holderId, members: change(held?.members ?? []) };
  const answer = held ? await store.update(families, family, held._v) : await store.insert(families, family);
  return answer === 'updated' || answer === 'inserted' ? family.members : changeFamily(store, holderId, change);
}

/** The id of a membership. */
export const membershipId = (personId: string, holderId: string): string => `${personId}.${holderId}`;

/** Takes a person out of one family; the membership goes last, so that an interruption is completed by repeating. */
export async function leaveFamily(store: DocumentStore, personId: string, holderId: string): Promise<void> {
  if ((await membersOf(store, holderId)).length > 0)
    await changeFamily(store, holderId, (members) => members.filter((member) => member.personId !== personId));
  await store.delete(memberships, membershipId(personId, holderId));
}

/** The families that look after a person: at most `maxFamilies`. */
export async function membershipsOf(store: DocumentStore, personId: string): Promise<readonly Membership[]> {
  return (await store.find(memberships, { where: { personId }, limit: 100 })).items;
}

/** Takes a person out of every family: they have a phone now, or are forgotten. */
export async function leaveFamilies(store: DocumentStore, personId: string): Promise<void> {
  for await (const batch of store.stream(memberships, { where: { personId } }))
    for (const { holderId } of batch) await leaveFamily(store, personId, holderId);
}
