import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { LanguageSwitch } from '../ui/language-switch';
import { TextField } from '../ui/text-field';
import { uiTexts } from '../ui/texts';
import { verifyTexts } from './texts';

interface Props {
  /** From the link that the administrator sent; empty otherwise. */
  readonly invitation: string;
  readonly onSignedIn: (session: StaffSession) => void;
}

/** Staff come in with an invitation and the name they go by. */
export const StaffSignInScreen = ({ invitation: invited, onSignedIn }: Props) => {
  const { say } = useSpeech();
  const [invitation, setInvitation] = useState(invited);
  const [displayName, setDisplayName] = useState('');
  const mutation = useMutation();
  const signIn = async () => {
    const input = { invitation: plainText(invitation).toUpperCase(), displayName: plainText(displayName) };
    const session = await mutation.run((client) => client.call('oversight.accept-invitation', input));
    if (session) onSignedIn(session);
  };
  return (
    <main className="door" data-part="staff-sign-in">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <h1>{say(verifyTexts.title)}</h1>
        <p>{say(verifyTexts.welcome)}</p>
        <TextField
          label={say(verifyTexts.invitation)}
          hint={say(verifyTexts.invitationHint)}
          name="invitation"
          focused={invited === ''}
          value={invitation}
          onChange={setInvitation}
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          label={say(verifyTexts.displayName)}
          hint={say(verifyTexts.displayNameHint)}
          name="displayName"
          focused={invited !== ''}
          value={displayName}
          onChange={setDisplayName}
          autoComplete="name"
          maxLength={40}
        />
        {mutation.failure && <FailureNotice failure={mutation.failure} />}
        <button type="submit" className="primary" disabled={mutation.isPending}>
          {say(mutation.isPending ? uiTexts.underWay : verifyTexts.signIn)}
        </button>
        <LanguageSwitch />
      </form>
    </main>
  );
};
