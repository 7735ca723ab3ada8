import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { standingClock } from './clock';
import { postedCodes, rideInstanceOver, townSettings } from './installation';
import { ownStore } from './instance';
import { places } from './places';
import { aCity } from './records';
import { answered, authenticated, callerIn, claimOf, wang } from './rider';

/** Identity and rides over one store with the outside services at hand: for what a person does from sign-in to account erasure. */
export async function openFamilyTown(seed: string) {
  const place = ownStore();
  const { needs } = await rideInstanceOver(place.store, standingClock(), seed);
  await needs.services.open();
  await place.store.insert(cities, aCity(townSettings));
  await place.store.insertMany(venues, Object.values(places));
  const codeOf = await postedCodes(needs.keys);
  const close = async () => {
    await needs.services.close();
    await place.close();
  };
  return { needs, store: place.store, codeOf, folder: place.folder, close };
}

/** An open town of this kind. */
export type FamilyTown = Awaited<ReturnType<typeof openFamilyTown>>;

/** A person of the registers; nobody real. */
export const person = (order: number, more: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  ...wang,
  name: `演示人${'甲乙丙丁戊己庚辛'.charAt(order)}`,
  documentKind: 'passport',
  documentNumber: `G8100000${order}`,
  ...more,
});

/** Signed in, agreed, authenticated. */
export const enrolled = async ({ needs }: FamilyTown, order: number, more: Partial<RegisteredPerson> = {}) =>
  callerIn(needs, await authenticated(needs, `subject-${order}`, person(order, more)));

/** A member added to the caller's family; gives their id. */
export async function memberOf(
  { needs }: FamilyTown,
  caller: RiderCaller,
  order: number,
  more: Partial<RegisteredPerson> = {},
): Promise<string> {
  const known = person(order, more);
  needs.services.register.people.set(known.documentNumber, known);
  const claim = { ...claimOf(known), relation: 'parent', consent: true } as const;
  const { members } = answered(await addMember(needs, caller, claim));
  return members[members.length - 1]?.memberId ?? '';
}
