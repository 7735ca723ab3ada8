import type { Client } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ClientProvider } from './client/client-context';
import { OfficialProvider } from './client/official-context';
import type { SessionStore } from './client/session-store';
import { useSession } from './client/session-store';
import { AppealsScreen } from './features/appeals/appeals-screen';
import { GuideScreen } from './features/guide/guide-screen';
import { ConsoleFrame } from './features/oversight/console-frame';
import { OfficialSignInScreen } from './features/oversight/official-sign-in-screen';
import { sectionsFor } from './features/oversight/sections';
import { oversightTexts } from './features/oversight/texts';
import { ConfirmScreen } from './features/reports/confirm-screen';
import { RecipientsScreen } from './features/reports/recipients-screen';
import { ReportsScreen } from './features/reports/reports-screen';
import { LiveFiguresScreen } from './features/rides/live-figures-screen';
import { VenuesScreen } from './features/venues/venues-screen';
import { Empty } from './ui/placeholders';

interface Props {
  readonly client: Client;
  readonly sessions: SessionStore<OfficialSession>;
  readonly clock: () => Instant;
}

const SignedInConsole = ({
  client,
  sessions: keeper,
  clock,
  session,
}: Props & { readonly session: OfficialSession }) => {
  const [chosen, setChosen] = useState<string>();
  const city = session.cities.find((code) => code === chosen) ?? session.cities[0];
  const first = sectionsFor(session)[0]?.path ?? '/guide';
  const signOut = async () => {
    await client.call('oversight.sign-out-official', {});
    keeper.write(undefined);
  };
  if (city === undefined) return <Empty text={oversightTexts.noCity} />;
  return (
    <OfficialProvider session={session} city={city}>
      <ConsoleFrame session={session} city={city} onCity={setChosen} onSignOut={() => void signOut()}>
        <Switch key={city}>
          <Route path="/live">
            <LiveFiguresScreen clock={clock} />
          </Route>
          <Route path="/reports">
            <ReportsScreen clock={clock} />
          </Route>
          <Route path="/recipients">
            <RecipientsScreen clock={clock} />
          </Route>
          <Route path="/appeals">
            <AppealsScreen clock={clock} />
          </Route>
          <Route path="/guide">
            <GuideScreen />
          </Route>
          <Route path="/venues">
            <VenuesScreen />
          </Route>
          <Route>
            <Redirect to={first} replace />
          </Route>
        </Switch>
      </ConsoleFrame>
    </OfficialProvider>
  );
};

/** The console from sign-in to its sections; a recipient's confirmation needs no session. */
export const ConsoleApp = (props: Props) => {
  const session = useSession(props.sessions);
  return (
    <ClientProvider client={props.client}>
      <Router hook={useHashLocation}>
        <Switch>
          <Route path="/confirm/:token">{({ token }) => <ConfirmScreen token={token} />}</Route>
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
