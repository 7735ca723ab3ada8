import type { CityState } from '../state';
import { guestOutcomes } from './make-guests';
import type { Person, PersonSheet } from './person';

const ordinary = { zh: '演示人物', en: 'Demonstration person' };

/** The people to try the product with, one of each outcome; for the page of demonstration people. */
export const peoplePage = (people: readonly Person[]): readonly PersonSheet[] =>
  guestsOf(people)
    .slice(0, guestOutcomes.length)
    .map((person, at) => sheetOf(person, guestOutcomes[at]?.about ?? ordinary));

/** Gives the next guest whom nobody had yet, mostly green; after the last one it begins again. Counts in the state. */
export const nextPersonOf = (
  people: readonly Person[],
  state: Pick<CityState, 'guestsGiven'>,
): (() => PersonSheet | undefined) => {
  const guests = guestsOf(people).slice(guestOutcomes.length);
  return () => {
    const person = guests[state.guestsGiven % Math.max(1, guests.length)];
    state.guestsGiven += 1;
    return person && sheetOf(person, ordinary);
  };
};

/** A person as the rider's app takes one over into its form. */
const sheetOf = (person: Person, about: PersonSheet['about']): PersonSheet => {
  const [card] = person.cards;
  return {
    demonstration: true,
    name: person.name,
    documentKind: person.documentKind,
    documentNumber: person.documentNumber,
    phone: person.phone,
    status: person.health.colour ?? 'grey',
    guardianNeeded: person.child,
    ...(card && { card: { kind: card.kind, number: card.number } }),
    about,
  };
};

function guestsOf(people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.role === 'guest');
}
