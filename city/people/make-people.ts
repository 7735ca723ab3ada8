import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { type Dice, diceOf } from '../chance';
import { helpShares } from '../staff/shares';
import { makeGuests } from './make-guests';
import { makeHabits } from './make-habits';
import { makeHealth } from './make-health';
import { chineseName, dottedName, latinName } from './names';
import { birthday, demonstrationPhone, lowNumber, residentNumber } from './numbers';
import type { Person, PersonCard, RiderApp, SimulatedMember } from './person';

const documents: readonly (readonly [DocumentKind, number])[] = [
  ['resident-id', 970],
  ['passport', 12],
  ['hk-macao-travel-permit', 7],
  ['taiwan-travel-permit', 7],
  ['foreign-permanent-residence', 4],
];
/** Most ride by the web, which costs the simulation least; enough of the others that both platforms are always in use. */
const apps: readonly (readonly [RiderApp, number])[] = [
  ['web', 96],
  ['wechat', 2],
  ['alipay', 2],
];
/** Ages are counted from here, so that a person stays the same person in another year. */
const bornBefore = 2022;

/** The people of the city: `count` riders, then the guests for whoever tries the product by hand. The same seed, the same people. */
export const makePeople = (seed: string, count: number): readonly Person[] => [
  ...Array.from({ length: count }, (_, index) => makePerson(diceOf(seed, 'person', index), index, 'rider', false)),
  ...makeGuests(seed, count, (dice, index, isPlain) => makePerson(dice, index, 'guest', isPlain)),
];

/** `count` people from number `from` on, of whom nobody tries the product by hand. The same seed, the same people. */
export const makeTravellers = (seed: string, from: number, count: number): readonly Person[] =>
  Array.from({ length: count }, (_, order) => {
    const index = from + order;
    return makePerson(diceOf(seed, 'traveller', index), index, 'rider', false);
  });

/** A plain person is an adult with a resident number and a card. */
function makePerson(dice: Dice, index: number, role: Person['role'], isPlain: boolean): Person {
  const documentKind = isPlain ? 'resident-id' : dice.weighted(documents);
  const child = !isPlain && documentKind === 'resident-id' && dice.happens(0.012);
  const born = birthday(bornBefore, child ? 2 : 16 + dice.below(64), dice.below(365));
  const name = nameFor(documentKind, dice);
  const person: Person = {
    demonstration: true,
    index,
    role,
    subject: `city-${lowNumber(index, 8)}`,
    name,
    registeredName: dice.happens(0.003) ? `${name}儿` : name,
    documentKind,
    documentNumber: documentNumber(documentKind, index, born),
    phone: demonstrationPhone(index),
    child,
    health: makeHealth(dice),
    cards: isPlain || dice.happens(0.6) ? [makeCard(dice, index)] : [],
    enrolment: dice.happens(0.015) ? 'never-authenticates' : 'authenticates',
    habits: makeHabits(dice),
    // Last, so that everything else of a person stays as it was.
    app: dice.weighted(apps),
  };
  return isPlain || role === 'guest' ? person : withHelp(person, dice);
}

/** Drawn after everything else of a person, which stays as it was: some have no phone, some look after somebody who has none. */
function withHelp(person: Person, dice: Dice): Person {
  if (dice.happens(helpShares.withoutPhone))
    return { ...person, helpedBy: dice.happens(helpShares.byCommunityWorker) ? 'community-worker' : 'staff' };
  const { child, enrolment, name, registeredName } = person;
  const mayHelp =
    !child && enrolment === 'authenticates' && name === registeredName && dice.happens(helpShares.withMember);
  return mayHelp ? { ...person, member: makeMember(dice, person.index) } : person;
}

/** Numbers of members lie above those of all riders. */
const membersFrom = 1_000_000;

function makeMember(dice: Dice, index: number): SimulatedMember {
  const relation = dice.happens(0.5) ? 'child' : 'parent';
  const born = birthday(bornBefore, relation === 'child' ? 2 : 72 + dice.below(15), dice.below(365));
  const documentNumber = residentNumber(membersFrom + index, born);
  return { relation, name: chineseName(dice), documentKind: 'resident-id', documentNumber, health: makeHealth(dice) };
}

function nameFor(kind: DocumentKind, dice: Dice): string {
  if (kind === 'passport' || kind === 'foreign-permanent-residence') return latinName(dice);
  return kind === 'resident-id' && dice.happens(0.006) ? dottedName(dice) : chineseName(dice);
}

/** Numbers that pass their rule; those of other kinds are low or lettered so that no office has given them to anybody. */
function documentNumber(kind: DocumentKind, index: number, born: string): string {
  switch (kind) {
    case 'resident-id':
    case 'hmt-residence-permit':
      return residentNumber(index, born);
    case 'passport':
    case 'other':
      return `DEMO${lowNumber(index, 6)}`;
    case 'hk-macao-travel-permit':
      return `H${lowNumber(index, 8)}`;
    case 'taiwan-travel-permit':
      return lowNumber(index, 8);
    case 'foreign-permanent-residence':
      return `ZZZ${lowNumber(index, 12)}`;
  }
}

/** Wuhan's own card, or one of the national union; one in fifty is unknown to its issuer. */
function makeCard(dice: Dice, index: number): PersonCard {
  const known = !dice.happens(0.02);
  if (dice.happens(0.7)) return { kind: 'wuhantong', number: `99${lowNumber(index, 14)}`, known };
  return { kind: 't-union', number: `3199${lowNumber(index, 15)}`, known };
}
