import type { Client } from '@tongcheng/shared/client';
import type { StaffSession } from '@tongcheng/shared/oversight/api';
import type { Instant } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';
import { ClientProvider } from '../client/client-context';
import type { SessionKeeper } from '../client/session-keeper';
import { useSession } from '../client/session-keeper';
import { lastingShelf, useSwitch } from '../platform/shelf';
import { useSpeech } from '../ui/language';
import { LiveScreen } from './live-screen';
import { SignInScreen } from './sign-in-screen';
import { verifyTexts } from './texts';
import { VenueChoice } from './venue-choice';

interface Props {
  readonly client: Client;
  readonly keeper: SessionKeeper<StaffSession>;
  readonly clock: () => Instant;
  readonly makeId: (at: Instant) => string;
  readonly invitation: string;
}

const venueShelf = lastingShelf('tongcheng.verify.venue');

/** The venue chosen on this tablet, or the only one there is. */
const useVenue = (session: StaffSession | undefined) => {
  const [chosen, setChosen] = useState(venueShelf.read);
  const choose = (venueId: string | undefined) => {
    venueShelf.write(venueId);
    setChosen(venueId);
  };
  const only = session?.venues.length === 1 ? session.venues[0] : undefined;
  return { venue: only ?? session?.venues.find((venue) => venue.venueId === chosen), choose };
};

/** The verification screen from invitation to live view. A fresh invitation in the link replaces an older session. */
export const VerifyApp = ({ client, keeper, clock, makeId, invitation }: Props) => {
  const { say } = useSpeech();
  const session = useSession(keeper);
  const { venue, choose } = useVenue(session);
  const [invited, setInvited] = useState(invitation);
  const [isLarge, setLarge] = useSwitch('large');
  useEffect(() => {
    document.documentElement.classList.toggle('large', isLarge);
  }, [isLarge]);

  const signIn = (next: StaffSession) => {
    setInvited('');
    choose(undefined);
    keeper.write(next);
  };
  const signOut = async () => {
    if (!window.confirm(say(verifyTexts.signOutAsk))) return;
    await client.call('oversight.sign-out-staff', {});
    keeper.write(undefined);
  };

  const screen = () => {
    if (!session || invited !== '') return <SignInScreen invitation={invited} onSignedIn={signIn} />;
    if (!venue) return <VenueChoice venues={session.venues} onChoose={choose} onSignOut={() => void signOut()} />;
    return (
      <LiveScreen
        key={venue.venueId}
        venue={venue}
        clock={clock}
        makeId={makeId}
        isLarge={isLarge}
        onLarge={() => setLarge(!isLarge)}
        onVenue={session.venues.length > 1 ? () => choose(undefined) : undefined}
        onSignOut={() => void signOut()}
      />
    );
  };
  return <ClientProvider client={client}>{screen()}</ClientProvider>;
};
