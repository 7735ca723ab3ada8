import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { oversightTexts } from './texts';

/** An official comes in with name, password and the code of the moment. */
export const OfficialSignInScreen = ({ onSignedIn }: { readonly onSignedIn: (session: OfficialSession) => void }) => {
  const { say } = useSpeech();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const mutation = useMutation();
  const signIn = async () => {
    const input = { login: login.trim(), password, totp: totp.replace(/\s/g, '') };
    const session = await mutation.run((client) => client.call('oversight.sign-in-official', input));
    if (session) return onSignedIn(session);
    setTotp('');
  };
  return (
    <main className="door" data-part="official-sign-in">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <h1>{say(oversightTexts.title)}</h1>
        <TextField
          label={say(oversightTexts.login)}
          name="login"
          value={login}
          onChange={setLogin}
          autoComplete="username"
          maxLength={60}
        />
        <TextField
          label={say(oversightTexts.password)}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={200}
        />
        <TextField
          label={say(oversightTexts.totp)}
          hint={say(oversightTexts.totpHint)}
          name="totp"
          value={totp}
          onChange={setTotp}
          autoComplete="one-time-code"
          inputMode="numeric"
          pattern="\s*\d{3}\s*\d{3}\s*"
          maxLength={8}
        />
        {mutation.failure && <FailureNotice failure={mutation.failure} />}
        <button type="submit" className="primary" disabled={mutation.isPending}>
          {say(mutation.isPending ? uiTexts.underWay : oversightTexts.signIn)}
        </button>
        <p className="hint">{say(oversightTexts.privacy)}</p>
        <LanguageSwitch />
      </form>
    </main>
  );
};
