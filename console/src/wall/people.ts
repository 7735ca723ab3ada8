import type { Text } from '@tongcheng/shared/text';

/** A demonstration person of the simulated city: nobody real. `GET /city/people` gives a list of them. */
export interface DemonstrationPerson {
  readonly demonstration: true;
  readonly name: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly phone: string;
  readonly status: 'green' | 'yellow' | 'red' | 'grey';
  readonly guardianNeeded: boolean;
  readonly card?: { readonly kind: string; readonly number: string };
  /** What will happen with this person. */
  readonly about: Text;
}

const isPerson = (value: unknown): value is DemonstrationPerson =>
  typeof value === 'object' && value !== null && 'demonstration' in value && value.demonstration === true;

/** The people of a list that are marked as demonstration; anything else is left out, so that nobody real is ever shown. */
export const peopleIn = (value: unknown): readonly DemonstrationPerson[] =>
  Array.isArray(value) ? value.filter(isPerson) : [];

/** A few people of each status, so that every outcome can be tried. */
export const fewOfEach = (people: readonly DemonstrationPerson[], count: number): readonly DemonstrationPerson[] =>
  (['green', 'yellow', 'red', 'grey'] as const).flatMap((status) =>
    people.filter((person) => person.status === status).slice(0, count),
  );
