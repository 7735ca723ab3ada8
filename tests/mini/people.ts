import type { Person } from '../../city/people/person';
import { byId } from './phone/drawn';
import type { PhoneTown } from './phone-town';
import type { Rider } from './rider';

/** A demonstration person whom the register knows, with some trait; each is given once. */
export function peopleOf(town: PhoneTown) {
  const given = new Set<Person>();
  return (is: (person: Person) => boolean = isGreen): Person => {
    const found = town.people.find((person) => isPlain(person) && is(person) && !given.has(person));
    if (!found) throw new Error('no such person is left');
    given.add(found);
    return found;
  };
}

const isPlain = ({ documentKind, child, name, registeredName }: Person) =>
  documentKind === 'resident-id' && !child && name === registeredName;

/** Green with a fresh test. */
export const isGreen = ({ health }: Person): boolean =>
  health.colour === 'green' &&
  health.testDaysAgo !== null &&
  health.testDaysAgo < 2 &&
  health.testResult === 'negative';

/** Agrees to the notice, and separately to the use of sensitive data. */
export async function agree(rider: Rider): Promise<void> {
  await rider.touch('agree-sensitive');
  await rider.settle(50);
  await rider.touch('agree');
}

/** Types a person through registration, from consent to the card step. */
export async function register(rider: Rider, person: Person): Promise<void> {
  await agree(rider);
  const first = await rider.until('a first step', (page) =>
    ['platform-form', 'choice-resident-id'].find((id) => byId(page, id)),
  );
  if (first === 'platform-form') await rider.touch(first);
  await rider.touch(`choice-${person.documentKind}`);
  await rider.type('field-number', person.documentNumber);
  await rider.touch('number-next');
  await rider.type('field-name', person.name);
  await rider.touch('name-next');
  await rider.type('field-phone', person.phone);
  await rider.touch('phone-next');
  // The step that is done moves on by itself; a hand is slower than that.
  await rider.until('the card step', (page) => byId(page, 'step-card'));
  await rider.settle(300);
}

/** A rider who registered earlier, without a card, and has the app open at the scan. */
export async function settledRider(rider: Rider, person: Person): Promise<void> {
  rider.open();
  await register(rider, person);
  await rider.touch('skip-card');
  await rider.until('the scan page', () => rider.app().inFront()?.path === 'pages/scan/index');
  await rider.settle();
}
