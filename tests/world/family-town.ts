import { addMember } from '@tongcheng/cloudfunctions/app/identity/add-member';
import { makeCityOf, makeVenueOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { cities, type VenueRecord, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeResolveCode } from '@tongcheng/cloudfunctions/app/venues/resolve-code';
import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { townSettings } from './installation';
import { instanceOver, ownStore } from './instance';
import { places } from './places';
import { aCity } from './records';
import { answered, authenticated, callerIn, claimOf, wang } from './rider';

/** Identity and rides over one store with the outside services at hand: for what a person does from sign-in to account erasure. */
export async function openFamilyTown(seed: string) {
  const place = ownStore();
  const here = await instanceOver(place.store, undefined, seed);
  await here.services.open();
  await place.store.insert(cities, aCity(townSettings));
  await place.store.insertMany(venues, Object.values(places));
  const signer = await codeSignerOf(here.keys);
  const codeOf = ({ city, serial, generation, demonstration }: VenueRecord) =>
    signer.sign({ city, serial, generation, demonstration: demonstration === true });
  const needs = { ...here, cityOf: makeCityOf(here), venueOf: makeVenueOf(here), resolveCode: makeResolveCode(here) };
  const close = async () => {
    await here.services.close();
    await place.close();
  };
  return { needs, codeOf, folder: place.folder, close };
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
