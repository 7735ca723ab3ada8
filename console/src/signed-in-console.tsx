import type { Client } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { MorningSectionsProvider, morningSections } from './client/morning-sections';
import { OfficialProvider } from './client/official-context';
import { OfficialNamesProvider } from './client/official-names';
import { isSeen } from './client/section';
import type { SessionStore } from './client/session-store';
import { capabilitiesIn, useOwnCities } from './client/use-cities';
import { useCityInAddress } from './client/use-city-in-address';
import { ConsoleFrame } from './features/oversight/console-frame';
import { oversightTexts } from './features/oversight/texts';
import { tourStorage } from './platform/text-storage';
import { sections } from './sections';
import { Empty, opensLater, Skeleton } from './ui/placeholders';

interface Props {
  readonly client: Client;
  readonly sessions: SessionStore<OfficialSession>;
  readonly clock: () => Instant;
  readonly session: OfficialSession;
}

const FirstTour = opensLater(async () => (await import('./features/oversight/first-tour')).FirstTour);

const isSection = (place: string): boolean => sections.some(({ path }) => path === place);

/** The frame and the sections of whoever is signed in; fetched once somebody is. */
export const SignedInConsole = ({ client, sessions, clock, session }: Props) => {
  const { city, place, choose } = useCityInAddress(session.cities, isSection);
  const cities = useOwnCities(session.cities);
  const capabilities = capabilitiesIn(session.cities, cities);
  const seen = sections.filter((section) => isSeen(section, session, capabilities));
  // The menu is of the city that is looked at; the page of all systems of all of them.
  const seenIn = (code: string) =>
    sections.filter((section) => isSeen(section, session, capabilitiesIn([code], cities)));
  const ofCity = city === undefined ? [] : seenIn(city);
  /** Another city; where it has no such section, at the first that it has. */
  const changeCity = (code: string) => {
    const isHere = ({ path }: { readonly path: string }) => path === place;
    const there = seenIn(code);
    choose(code, ofCity.some(isHere) && !there.some(isHere) ? { at: there[0]?.path ?? '/guide' } : {});
  };
  const signOut = async () => {
    await client.call('oversight.sign-out-official', {});
    sessions.write(undefined);
  };
  if (city === undefined) return <Empty text={oversightTexts.noCity} />;
  return (
    <OfficialProvider session={session} city={city} cities={cities} onCity={(code) => choose(code, { replace: true })}>
      <OfficialNamesProvider>
        <ConsoleFrame
          session={session}
          sections={ofCity}
          cities={cities}
          city={city}
          onCity={changeCity}
          onSignOut={() => void signOut()}
        >
          <MorningSectionsProvider value={morningSections(seen, session)}>
            <Suspense fallback={<Skeleton lines={10} />}>
              <Switch key={city}>
                {sections.map(({ path, Screen }) => (
                  <Route key={path} path={path}>
                    <Screen clock={clock} />
                  </Route>
                ))}
                <Route>
                  <Redirect to={seen[0]?.path ?? '/guide'} replace />
                </Route>
              </Switch>
            </Suspense>
          </MorningSectionsProvider>
          <Suspense fallback={null}>{tourStorage.read() === undefined && <FirstTour />}</Suspense>
        </ConsoleFrame>
      </OfficialNamesProvider>
    </OfficialProvider>
  );
};
