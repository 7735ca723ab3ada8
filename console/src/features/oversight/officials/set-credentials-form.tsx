import type { OfficialRole } from '@tongcheng/shared/access';
import { minPasswordLength } from '@tongcheng/shared/oversight/official-change';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { formatInstant } from '@tongcheng/shared/time';
import { plainDigits } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { CopyButton } from '../../../ui/copy-button';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { LanguageSwitch } from '../../../ui/language-switch';
import { QrCode } from '../../../ui/qr-code';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { knownBrowserOf, OneTimeCodeField } from '../one-time-code-field';
import { ChangeContent } from './change-content';
import { welcomeTexts } from './officials-texts';
import { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly opened: {
    readonly login: string;
    readonly roles: OfficialRole[];
    readonly cities: string[];
    readonly provinces: string[];
    readonly totpSecret: string;
    readonly totpUri: string;
    readonly endsAt: number;
  };
  readonly halves: { readonly link: string; readonly code: string };
  readonly onSignedIn: (session: OfficialSession) => void;
}

/** A password and an authenticator of one's own; then one is signed in. */
export const SetCredentialsForm = ({ opened, halves, onSignedIn }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const words = useAppointmentWords(opened.cities);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [totp, setTotp] = useState('');
  const isShort = password.length < minPasswordLength;
  const accept = async () => {
    if (isShort || again !== password) return;
    const input = { ...halves, password, totp: plainDigits(totp) };
    const session = await mutation.run((client) => client.call('oversight.accept-official-link', input));
    if (!session) return setTotp('');
    const { browser, ...rest } = session;
    if (browser !== undefined) knownBrowserOf(opened.login).write(browser);
    return onSignedIn(rest);
  };
  return (
    <form
      className="card"
      data-part="set-credentials"
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
    >
      <h1>{say(welcomeTexts.title)}</h1>
      <p>
        <strong>{say(welcomeTexts.who, { login: opened.login })}</strong>
      </p>
      <ChangeContent change={{ after: opened }} words={words} />
      <p className="hint">{say(welcomeTexts.until, { time: formatInstant(opened.endsAt, 'YYYY-MM-DD HH:mm') })}</p>
      <input type="text" name="username" autoComplete="username" value={opened.login} readOnly hidden />
      <TextField
        label={say(welcomeTexts.password)}
        hint={say(welcomeTexts.passwordHint)}
        fault={password !== '' && isShort ? say(welcomeTexts.passwordShort) : undefined}
        name="password"
        type="password"
        focused
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        maxLength={200}
      />
      <TextField
        label={say(welcomeTexts.again)}
        fault={again !== '' && again !== password ? say(welcomeTexts.differs) : undefined}
        name="again"
        noHint="label-says-all"
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        maxLength={200}
      />
      <p>{say(welcomeTexts.scan)}</p>
      <div className="qr-frame">
        <QrCode payload={opened.totpUri} label={say(welcomeTexts.qr)} />
      </div>
      <p className="hint">{say(welcomeTexts.secret)}</p>
      <p className="code-lines">
        <code data-part="totp-secret">{opened.totpSecret}</code>
        <CopyButton text={opened.totpSecret} />
      </p>
      <OneTimeCodeField value={totp} onChange={setTotp} />
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      <button type="submit" className="primary" disabled={mutation.isPending}>
        {say(mutation.isPending ? uiTexts.underWay : welcomeTexts.save)}
      </button>
      <LanguageSwitch />
    </form>
  );
};
