import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../ui/language';
import { LanguageSwitch } from '../ui/language-switch';
import { Skeleton } from '../ui/placeholders';
import { DeparturePosters } from './departure-posters';
import { departureTexts } from './departure-texts';
import type { DeparturePage } from './departures';
import { ModePosters } from './mode-posters';
import { type DemonstrationPerson, fewOfEach, peopleIn } from './people';
import { PeopleCards } from './people-cards';
import { wallTexts } from './texts';
import { useDepartures } from './use-departures';
import { byMode, findPosters, isThisMachineOnly, isWallPage, type WallPage } from './wall-page';

interface Props {
  readonly get: (path: string) => Promise<unknown>;
}

type Wall =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'there'; readonly page: WallPage };

const perStatus = 12;
const apps = ['rider', 'verify', 'console', 'open', 'mail', 'docs'] as const;

const useWall = (get: Props['get']) => {
  const [wall, setWall] = useState<Wall>({ kind: 'waiting' });
  const [people, setPeople] = useState<readonly DemonstrationPerson[]>([]);
  useEffect(() => {
    void get('/city/wall.json').then((page) =>
      setWall(isWallPage(page) ? { kind: 'there', page } : { kind: 'absent' }),
    );
    void get('/city/people').then((list) => setPeople(fewOfEach(peopleIn(list), perStatus)));
  }, [get]);
  return { wall, people };
};

const Posters = ({ page, search }: { readonly page: WallPage; readonly search: string }) => {
  const { say } = useSpeech();
  const found = byMode(findPosters(page.posters, search));
  if (found.length === 0) return <p className="empty">{say(wallTexts.none)}</p>;
  return (
    <>
      {found.map(([mode, posters]) => (
        <ModePosters key={`${mode} ${search}`} mode={mode} posters={posters} />
      ))}
    </>
  );
};

const WallHead = ({
  page,
  search,
  onSearch,
  isSearchless,
  children,
}: {
  page: WallPage;
  search: string;
  onSearch: (search: string) => void;
  isSearchless: boolean;
  children: ReactNode;
}) => {
  const { say } = useSpeech();
  return (
    <header className="wall-head">
      <h1>{say(wallTexts.title, { city: say(page.name) })}</h1>
      <nav aria-label={say(wallTexts.places)}>
        {apps.map((app) => {
          const address = page.addresses[app];
          return address === undefined ? null : (
            <a key={app} href={address}>
              {say(wallTexts[app])}
            </a>
          );
        })}
        <LanguageSwitch />
      </nav>
      <p>
        {[wallTexts.about, isThisMachineOnly(page.posters) ? wallTexts.byPhoneNot : wallTexts.byPhone]
          .map((text) => say(text))
          .join(' ')}
      </p>
      {children}
      <input
        type="search"
        name="search"
        hidden={isSearchless}
        value={search}
        placeholder={say(wallTexts.search)}
        aria-label={say(wallTexts.search)}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </header>
  );
};

type Part = 'city' | 'coaches';

const WallTabs = ({
  page,
  coaches,
  part,
  onPart,
}: {
  page: WallPage;
  coaches: DeparturePage;
  part: Part;
  onPart: (part: Part) => void;
}) => {
  const { say } = useSpeech();
  const names = { city: say(page.name), coaches: say(departureTexts.tab, { province: say(coaches.name) }) };
  return (
    <nav className="wall-tabs" aria-label={say(departureTexts.tabs)}>
      {(['city', 'coaches'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="quiet"
          aria-pressed={part === each}
          data-tab={each}
          onClick={() => onPart(each)}
        >
          {names[each]}
        </button>
      ))}
    </nav>
  );
};

/** The streets of the simulated city on one page: its posters and the people to try them with. */
export const WallApp = ({ get }: Props) => {
  const { say } = useSpeech();
  const [search, setSearch] = useState('');
  const { wall, people } = useWall(get);
  const coaches = useDepartures(get);
  const [part, setPart] = useState<Part>('city');
  const departures = part === 'coaches' ? coaches : undefined;
  return (
    <main className="wall" data-part="wall" data-state={wall.kind}>
      {wall.kind === 'waiting' && <Skeleton lines={12} />}
      {wall.kind === 'absent' && <p className="empty">{say(wallTexts.absent)}</p>}
      {wall.kind === 'there' && (
        <>
          <WallHead page={wall.page} search={search} onSearch={setSearch} isSearchless={departures !== undefined}>
            {coaches && <WallTabs page={wall.page} coaches={coaches} part={part} onPart={setPart} />}
          </WallHead>
          {departures && <DeparturePosters page={departures} />}
          {(departures || search === '') && <PeopleCards people={people} />}
          {!departures && <Posters page={wall.page} search={search} />}
        </>
      )}
    </main>
  );
};
