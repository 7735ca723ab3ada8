import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Section } from '../../client/section';
import type { Cities } from '../../client/use-cities';
import { useWindowWidth } from '../../platform/window-width';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { SchemeChoice } from '../../ui/scheme-choice';
import { CityChoice } from './city-choice';
import { OwnName } from './own-name';
import { SectionMenu } from './section-menu';
import { SectionNav } from './section-nav';
import { oversightTexts } from './texts';

interface Props {
  readonly session: OfficialSession;
  /** The sections that this official sees, in the order of the menu. */
  readonly sections: readonly Section[];
  readonly cities: Cities;
  readonly city: string;
  readonly onCity: (city: string) => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every section: where one is, for which city, and who one is. Sections stand beside the page, or in a menu where it is narrow. */
export const ConsoleFrame = ({ session, sections, cities, city, onCity, onSignOut, children }: Props) => {
  const { say } = useSpeech();
  const [place] = useLocation();
  const width = useWindowWidth();
  const own = { session, onSignOut };
  return (
    <>
      <header className="frame-head">
        <a className="skip" href={`#${place}`} onClick={() => document.getElementById('content')?.focus()}>
          {say(oversightTexts.skip)}
        </a>
        {width !== 'desk' && <SectionMenu sections={sections}>{width === 'phone' && <Own {...own} />}</SectionMenu>}
        {width !== 'phone' && <strong className="brand">{say(oversightTexts.title)}</strong>}
        <CityChoice codes={session.cities} cities={cities} city={city} onChoose={onCity} />
        <span className="frame-who">
          <LanguageSwitch />
          {width !== 'phone' && <Own {...own} />}
        </span>
      </header>
      <div className="frame-body">
        {width === 'desk' && <SectionNav sections={sections} />}
        <main className="content" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
};

/** What is one's own: how the console looks, one's name, the way out. */
const Own = ({ session, onSignOut }: Pick<Props, 'session' | 'onSignOut'>) => {
  const { say } = useSpeech();
  return (
    <>
      <SchemeChoice />
      <OwnName session={session} />
      <button type="button" className="quiet" data-part="sign-out" onClick={onSignOut}>
        {say(oversightTexts.signOut)}
      </button>
    </>
  );
};
