import type { PeopleRegister, RegisteredPerson } from '../providers/people-register';
import type { Person } from './person';

/** The registers of the state and the card companies, filled with the demonstration people. */
export const registerOf = (people: readonly Person[]): PeopleRegister => {
  const registered = new Map(people.map((person) => [person.documentNumber, entryOf(person)]));
  const cards = new Map(
    people.flatMap(({ cards }) => cards.map((card) => [`${card.kind}/${card.number}`, card.known])),
  );
  return {
    find: (documentNumber) => registered.get(documentNumber),
    card: (kind, number) => (cards.get(`${kind}/${number}`) ? 'known' : 'unknown'),
  };
};

function entryOf({ registeredName, documentKind, documentNumber, phone, child, health }: Person): RegisteredPerson {
  return { name: registeredName, documentKind, documentNumber, ...(child ? {} : { phone }), ...health };
}
