import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Section } from '../../client/section';
import type { Cities } from '../../client/use-cities';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { CityChoice } from './city-choice';
import { oversightTexts } from './texts';

interface Props {
  readonly session: OfficialSession;
  /** The sections that this official sees, in the order of the tabs. */
  readonly sections: readonly Section[];
  readonly cities: Cities;
  readonly city: string;
  readonly onCity: (city: string) => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every section: where one is, for which city, and who one is. */
export const ConsoleFrame = ({ session, sections, cities, city, onCity, onSignOut, children }: Props) => {
  const { say } = useSpeech();
  const [place] = useLocation();
  return (
    <>
      <header className="frame-head">
        <a className="skip" href={`#${place}`} onClick={() => document.getElementById('content')?.focus()}>
          {say(oversightTexts.skip)}
        </a>
        <strong className="brand">{say(oversightTexts.title)}</strong>
        <CityChoice codes={session.cities} cities={cities} city={city} onChoose={onCity} />
        <nav aria-label={say(oversightTexts.sections)}>
          {sections.map(({ path, name }) => (
            <Link key={path} href={path} aria-current={place === path ? 'page' : undefined}>
              {say(name)}
            </Link>
          ))}
        </nav>
        <span className="frame-who">
          <LanguageSwitch />
          <span data-part="login">{session.login}</span>
          <button type="button" className="quiet" data-part="sign-out" onClick={onSignOut}>
            {say(oversightTexts.signOut)}
          </button>
        </span>
      </header>
      <main className="content" id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
};
