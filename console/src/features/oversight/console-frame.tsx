import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useOfficialNames } from '../../client/official-names';
import type { Section } from '../../client/section';
import type { Cities } from '../../client/use-cities';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { SchemeChoice } from '../../ui/scheme-choice';
import { CityChoice } from './city-choice';
import { OwnNameDialog } from './own-name-dialog';
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
  const tabs = useRef<HTMLElement>(null);
  // On a phone the tabs go on beyond the edge: the one that is open is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another section opens
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [place]);
  return (
    <>
      <header className="frame-head">
        <a className="skip" href={`#${place}`} onClick={() => document.getElementById('content')?.focus()}>
          {say(oversightTexts.skip)}
        </a>
        <strong className="brand">{say(oversightTexts.title)}</strong>
        <CityChoice codes={session.cities} cities={cities} city={city} onChoose={onCity} />
        <nav ref={tabs} aria-label={say(oversightTexts.sections)}>
          {sections.map(({ path, name }) => (
            <Link key={path} href={path} aria-current={place === path ? 'page' : undefined}>
              {say(name)}
            </Link>
          ))}
        </nav>
        <span className="frame-who">
          <SchemeChoice />
          <LanguageSwitch />
          <OwnName session={session} />
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

/** Who is signed in, by the name that others see; a touch changes it. */
const OwnName = ({ session }: Pick<Props, 'session'>) => {
  const { say } = useSpeech();
  const { names, refetch } = useOfficialNames();
  const [open, setOpen] = useState(false);
  const name = names.get(session.officialId) ?? session.login;
  const saved = () => {
    setOpen(false);
    refetch();
  };
  return (
    <>
      <button
        type="button"
        className="quiet"
        title={say(oversightTexts.ownName)}
        data-act="own-name"
        onClick={() => setOpen(true)}
      >
        <span data-part="login">{name}</span>
      </button>
      {open && (
        <OwnNameDialog name={name === session.login ? '' : name} onDone={saved} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
