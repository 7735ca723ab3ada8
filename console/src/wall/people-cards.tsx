import type { Face } from '../ui/face';
import { FaceShape } from '../ui/face-shape';
import { useSpeech } from '../ui/language';
import type { DemonstrationPerson } from './people';
import { outcomeTexts, wallTexts } from './texts';

const faceOfStatus: Readonly<Record<DemonstrationPerson['status'], Face>> = {
  green: 'admit',
  yellow: 'refuse',
  red: 'refuse',
  grey: 'unknown',
};

const PersonCard = ({ person }: { readonly person: DemonstrationPerson }) => {
  const { say } = useSpeech();
  return (
    <li className="person-card" data-status={person.status}>
      <p className="person-name">
        <FaceShape face={faceOfStatus[person.status]} />
        <strong>{person.name}</strong>
      </p>
      <dl>
        <dt>{say(wallTexts.number)}</dt>
        <dd>
          <code>{person.documentNumber}</code>
        </dd>
        <dt>{say(wallTexts.phone)}</dt>
        <dd>
          <code>{person.phone}</code>
        </dd>
        {person.card && (
          <>
            <dt>{say(wallTexts.card)}</dt>
            <dd>
              <code>{person.card.number}</code>
            </dd>
          </>
        )}
      </dl>
      <p>{say(outcomeTexts[person.status])}</p>
      <p className="hint">{say(person.about)}</p>
      {person.guardianNeeded && <p className="hint">{say(wallTexts.guardian)}</p>}
    </li>
  );
};

/** Made-up people to authenticate as, a few of each outcome. */
export const PeopleCards = ({ people }: { readonly people: readonly DemonstrationPerson[] }) => {
  const { say } = useSpeech();
  if (people.length === 0) return null;
  return (
    <section data-part="people">
      <h2>{say(wallTexts.people)}</h2>
      <p className="hint">{say(wallTexts.peopleAbout)}</p>
      <ul className="people">
        {people.map((person) => (
          <PersonCard key={person.documentNumber} person={person} />
        ))}
      </ul>
    </section>
  );
};
