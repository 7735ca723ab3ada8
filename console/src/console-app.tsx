import type { Client } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ClientProvider } from './client/client-context';
import { OfficialProvider } from './client/official-context';
import { OfficialNamesProvider } from './client/official-names';
import { isSeen } from './client/section';
import { type SessionStore, useSession } from './client/session-store';
import { capabilitiesIn, useCities } from './client/use-cities';
import { ConsoleFrame } from './features/oversight/console-frame';
import { OfficialSignInScreen } from './features/oversight/official-sign-in-screen';
import { WelcomeScreen } from './features/oversight/officials/welcome-screen';
import { oversightTexts } from './features/oversight/texts';
import { ConfirmScreen } from './features/reports/confirm-screen';
import { sections } from './sections';
import { Empty } from './ui/placeholders';

interface Props {
  readonly client: Client;
  readonly sessions: SessionStore<OfficialSession>;
  readonly clock: () => Instant;
}

const SignedInConsole = ({ client, sessions, clock, session }: Props & { readonly session: OfficialSession }) => {
  const [chosen, setChosen] = useState<string>();
  const city = session.cities.find((code) => code === chosen) ?? session.cities[0];
  const cities = useCities(session.cities);
  const capabilities = capabilitiesIn(session.cities, cities);
  const seen = sections.filter((section) => isSeen(section, session, capabilities));
  const signOut = async () => {
    await client.call('oversight.sign-out-official', {});
    sessions.write(undefined);
  };
  if (city === undefined) return <Empty text={oversightTexts.noCity} />;
  return (
    <OfficialProvider session={session} city={city}>
      <OfficialNamesProvider>
        <ConsoleFrame
          session={session}
          sections={seen}
          cities={cities}
          city={city}
          onCity={setChosen}
          onSignOut={() => void signOut()}
        >
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
        </ConsoleFrame>
      </OfficialNamesProvider>
    </OfficialProvider>
  );
};

/** Behind a one-time link; then the console, signed in. */
const Welcome = ({ link, sessions }: Pick<Props, 'sessions'> & { readonly link: string }) => {
  const [, goTo] = useHashLocation();
  const signedIn = (session: OfficialSession) => {
    sessions.write(session);
    goTo('/', { replace: true });
  };
  return <WelcomeScreen link={link} onSignedIn={signedIn} />;
};

/** The console from sign-in to its sections; a recipient's confirmation and a new official's link need no session. */
export const ConsoleApp = (props: Props) => {
  const session = useSession(props.sessions);
  return (
    <ClientProvider client={props.client}>
      <Router hook={useHashLocation}>
        <Switch>
          <Route path="/confirm/:token">{({ token }) => <ConfirmScreen token={token} />}</Route>
          <Route path="/welcome/:link">{({ link }) => <Welcome link={link} sessions={props.sessions} />}</Route>
          <Route>
            {session ? (
              <SignedInConsole {...props} session={session} />
            ) : (
              <OfficialSignInScreen onSignedIn={props.sessions.write} />
            )}
          </Route>
        </Switch>
      </Router>
    </ClientProvider>
  );
};
