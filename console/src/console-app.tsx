import type { Client } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ClientProvider } from './client/client-context';
import { OfficialProvider } from './client/official-context';
import type { SessionKeeper } from './client/session-keeper';
import { useSession } from './client/session-keeper';
import { AppealsScreen } from './features/appeals/appeals-screen';
import { GuideScreen } from './features/guide/guide-screen';
import { Frame } from './features/oversight/frame';
import { sectionsFor } from './features/oversight/sections';
import { SignInScreen } from './features/oversight/sign-in-screen';
import { oversightTexts } from './features/oversight/texts';
import { ConfirmScreen } from './features/reports/confirm-screen';
import { RecipientsScreen } from './features/reports/recipients-screen';
import { ReportsScreen } from './features/reports/reports-screen';
import { LiveScreen } from './features/rides/live-screen';
import { VenuesScreen } from './features/venues/venues-screen';
import { Empty } from './ui/skeleton';

interface Props {
  readonly client: Client;
  readonly keeper: SessionKeeper<OfficialSession>;
  readonly clock: () => Instant;
}

const Desk = ({ client, keeper, clock, session }: Props & { readonly session: OfficialSession }) => {
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
      <Frame session={session} city={city} onCity={setChosen} onSignOut={() => void signOut()}>
        <Switch key={city}>
          <Route path="/live">
            <LiveScreen clock={clock} />
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
      </Frame>
    </OfficialProvider>
  );
};

/** The console from sign-in to its sections; a recipient's confirmation needs no session. */
export const ConsoleApp = (props: Props) => {
  const session = useSession(props.keeper);
  return (
    <ClientProvider client={props.client}>
      <Router hook={useHashLocation}>
        <Switch>
          <Route path="/confirm/:token">{({ token }) => <ConfirmScreen token={token} />}</Route>
          <Route>
            {session ? <Desk {...props} session={session} /> : <SignInScreen onSignedIn={props.keeper.write} />}
          </Route>
        </Switch>
      </Router>
    </ClientProvider>
  );
};
