import { makePeople } from '../../../city/people/make-people';
import type { Person } from '../../../city/people/person';
import { seededNumbers } from '../../world/chance';

/** What of somebody is looked for. `token` is learned while they live: whoever holds it is them. */
export type CanaryKind =
  | 'name'
  | 'document'
  | 'phone'
  | 'card'
  | 'subject'
  | 'address'
  | 'words'
  | 'token'
  | 'credential';

/** A text that may rest nowhere readable, or only where an allowance says so. */
export interface Canary {
  /** `person-12`, `passenger-3`, `official-chief`. */
  readonly of: string;
  readonly kind: CanaryKind;
  readonly text: string;
}

/** Characters that common texts of the product do not have side by side. */
const rare = '鬯龑麤鑫犇猋骉淼焱垚叒惢赑壵芔歮';

/** Demonstration people whose every fact occurs nowhere else. */
export interface CanaryPerson extends Person {
  readonly address: string;
  /** What they write in an appeal. */
  readonly words: string;
  readonly card: { readonly kind: string; readonly number: string };
}

/** So many adults of their own, a seed the same ones. Names have eight characters, so that none is there by chance. */
export function canaryPeople(count: number, seed: number): readonly CanaryPerson[] {
  const random = seededNumbers(seed);
  const pick = () => rare.charAt(Math.floor(random() * rare.length));
  const group = () => (0x1000 + Math.floor(random() * 0xefff)).toString(16);
  const found: CanaryPerson[] = [];
  const taken = new Set<string>();
  /** In base 64 the last character of a text may be cut: those that differ in it alone would be taken for one another. */
  const unique = (make: () => string): string => {
    let text = make();
    while (taken.has(text.slice(0, -1))) text = make();
    taken.add(text.slice(0, -1));
    return text;
  };
  // A few of each hundred are children, or differ from the register.
  const made = makePeople(`canaries ${seed}`, count * 2 + 40).filter(
    ({ child, documentKind, role }) => !child && documentKind === 'resident-id' && role === 'rider',
  );
  for (const person of made.slice(0, count)) {
    const name = unique(() => `演示${pick()}${pick()}${pick()}${pick()}${pick()}${pick()}`);
    const phone = unique(() => `+9991${String(Math.floor(random() * 1e8)).padStart(8, '0')}`);
    const number = unique(() => `31048${String(Math.floor(random() * 1e14)).padStart(14, '0')}`);
    const card = { kind: 't-union', number };
    found.push({
      ...{ ...person, name, registeredName: name, phone, enrolment: 'authenticates' },
      cards: [{ ...card, known: true }],
      card,
      subject: `canary-subject-${seed}-${group()}${group()}${group()}`,
      address: `2001:db8:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}`,
      words: `申诉${pick()}${pick()}${pick()}${pick()}${pick()}${pick()}，请核对`,
      health: { colour: found.length % 4 === 1 ? 'red' : 'green', testDaysAgo: 0, testResult: 'negative' },
    });
  }
  if (found.length < count) throw new Error(`only ${found.length} people of ${count}`);
  return found;
}

/** What of a person is looked for from the beginning. */
export const canariesOf = (person: CanaryPerson, of: string): readonly Canary[] => [
  { of, kind: 'name', text: person.name },
  { of, kind: 'document', text: person.documentNumber },
  { of, kind: 'phone', text: person.phone },
  { of, kind: 'card', text: person.card.number },
  { of, kind: 'subject', text: person.subject },
  { of, kind: 'address', text: person.address },
  { of, kind: 'words', text: person.words },
];
