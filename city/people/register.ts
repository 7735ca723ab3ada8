import type { PeopleRegister, RegisteredPerson } from '../providers/people-register';
import type { Person } from './person';

/** The registers of the simulated city, in which a person can complete a status that is missing. */
export interface LivingRegister extends PeopleRegister {
  /** W-06: from now on the health-code platform says green of somebody of whom it said nothing; of others what it said. */
  completeStatus(documentNumber: string): void;
}

/** The registers of the state and the card companies, filled with the demonstration people. */
export const registerOf = (people: readonly Person[]): LivingRegister => {
  const registered = new Map(
    people.flatMap((person) => [entryOf(person), ...memberEntryOf(person)]).map((one) => [one.documentNumber, one]),
  );
  const cards = new Map(
    people.flatMap(({ cards }) => cards.map((card) => [`${card.kind}/${card.number}`, card.known])),
  );
  return {
    find: (documentNumber) => registered.get(documentNumber),
    completeStatus: (documentNumber) => {
      const found = registered.get(documentNumber);
      if (found?.colour !== null) return;
      const { elsewhere: _elsewhere, ...here } = found;
      registered.set(documentNumber, { ...here, colour: 'green' });
    },
    card: (kind, number) => (cards.get(`${kind}/${number}`) ? 'known' : 'unknown'),
  };
};

/** A member has no phone of their own. */
function memberEntryOf({ member }: Person): readonly RegisteredPerson[] {
  if (!member) return [];
  const { name, documentKind, documentNumber, health } = member;
  return [{ name, documentKind, documentNumber, ...health }];
}

function entryOf({ registeredName, documentKind, documentNumber, phone, child, health }: Person): RegisteredPerson {
  return { name: registeredName, documentKind, documentNumber, ...(child ? {} : { phone }), ...health };
}
