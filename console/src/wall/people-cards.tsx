import { useSpeech } from '../ui/language';
import type { DemonstrationPerson } from './people';
import { statusTexts, wallTexts } from './texts';

const PersonCard = ({ person }: { readonly person: DemonstrationPerson }) => {
  const { say } = useSpeech();
  return (
    <li className="person-card" data-status={person.status}>
      <p className="person-name">
        <strong>{person.name}</strong>
        <span className="pill">{say(statusTexts[person.status])}</span>
        <span className="pill">{say(wallTexts.demonstration)}</span>
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
      <p>{say(person.about)}</p>
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
