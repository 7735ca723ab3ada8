import type { Client } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import { Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ClientProvider } from './client/client-context';
import { type SessionStore, useSession } from './client/session-store';
import { OfficialSignInScreen } from './features/oversight/official-sign-in-screen';
import { opensLater, Skeleton } from './ui/placeholders';
import { sectionAddress } from './ui/use-address-state';

interface Props {
  readonly client: Client;
  readonly sessions: SessionStore<OfficialSession>;
  readonly clock: () => Instant;
}

const SignedInConsole = opensLater(async () => (await import('./signed-in-console')).SignedInConsole);
const ConfirmScreen = opensLater(async () => (await import('./features/reports/confirm-screen')).ConfirmScreen);
const WelcomeScreen = opensLater(
  async () => (await import('./features/oversight/officials/welcome-screen')).WelcomeScreen,
);

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
      <Router hook={useHashLocation} hrefs={sectionAddress}>
        <Suspense fallback={<Skeleton lines={10} />}>
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
        </Suspense>
      </Router>
    </ClientProvider>
  );
};
