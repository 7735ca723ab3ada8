import type { Client } from '@tongcheng/shared/client';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';
import { ClientProvider } from '../client/client-context';
import type { SessionStore } from '../client/session-store';
import { useSession } from '../client/session-store';
import { lastingStorage, useStoredSwitch } from '../platform/text-storage';
import { useSpeech } from '../ui/language';
import { StaffSignInScreen } from './staff-sign-in-screen';
import { verifyTexts } from './texts';
import { VenueChoice } from './venue-choice';
import { VerificationScreen } from './verification-screen';

interface Props {
  readonly client: Client;
  readonly sessions: SessionStore<StaffSession>;
  readonly clock: () => Instant;
  readonly makeId: (at: Instant) => string;
  readonly invitation: GivenInvitation;
}

/** The invitation of the link that opened the page. It outlives the drawing of the page: drawn anew, the page asks for no used one. */
interface GivenInvitation {
  /** Empty when there was none, or it was used. */
  readonly read: () => string;
  readonly forget: () => void;
}

const venueStorage = lastingStorage('tongcheng.verify.venue');

/** The venue chosen on this tablet, or the only one there is. */
const useVenue = (session: StaffSession | undefined) => {
  const [chosen, setChosen] = useState(venueStorage.read);
  const choose = (venueId: string | undefined) => {
    venueStorage.write(venueId);
    setChosen(venueId);
  };
  const only = session?.venues.length === 1 ? session.venues[0] : undefined;
  return { venue: only ?? session?.venues.find((venue) => venue.venueId === chosen), choose };
};

/** The verification screen from invitation to live view. A fresh invitation in the link replaces an older session. */
export const VerifyApp = ({ client, sessions, clock, makeId, invitation }: Props) => {
  const { say } = useSpeech();
  const session = useSession(sessions);
  const { venue, choose } = useVenue(session);
  const [invited, setInvited] = useState(invitation.read);
  const [isLarge, setLarge] = useStoredSwitch('large');
  useEffect(() => {
    document.documentElement.classList.toggle('large', isLarge);
  }, [isLarge]);

  const signIn = (next: StaffSession) => {
    invitation.forget();
    setInvited('');
    choose(undefined);
    sessions.write(next);
  };
  const signOut = async () => {
    if (!window.confirm(say(verifyTexts.signOutAsk))) return;
    await client.call('oversight.sign-out-staff', {});
    sessions.write(undefined);
  };

  const screen = () => {
    if (!session || invited !== '') return <StaffSignInScreen invitation={invited} onSignedIn={signIn} />;
    if (!venue) return <VenueChoice venues={session.venues} onChoose={choose} onSignOut={() => void signOut()} />;
    return (
      <VerificationScreen
        key={venue.venueId}
        venue={venue}
        staffRole={session.role}
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
