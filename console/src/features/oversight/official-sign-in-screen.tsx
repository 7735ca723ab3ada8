import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { plainDigits, plainLine } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { knownBrowserOf, OneTimeCodeField } from './one-time-code-field';
import { oversightTexts } from './texts';

/** An official comes in with name, password and the code of the moment. */
export const OfficialSignInScreen = ({ onSignedIn }: { readonly onSignedIn: (session: OfficialSession) => void }) => {
  const { say } = useSpeech();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const mutation = useMutation();
  const signIn = async () => {
    const typed = plainLine(login);
    const known = knownBrowserOf(typed).read();
    const input = { login: typed, password, totp: plainDigits(totp), ...(known !== undefined && { browser: known }) };
    const session = await mutation.run((client) => client.call('oversight.sign-in-official', input));
    if (session) {
      const { browser, ...rest } = session;
      if (browser !== undefined) knownBrowserOf(typed).write(browser);
      return onSignedIn(rest);
    }
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
          noHint="label-says-all"
          focused
          value={login}
          onChange={setLogin}
          autoComplete="username"
          maxLength={60}
        />
        <TextField
          label={say(oversightTexts.password)}
          name="password"
          hint={say(oversightTexts.passwordHint)}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={200}
        />
        <OneTimeCodeField value={totp} onChange={setTotp} />
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
