import type { Answer } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { plainLine } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { LanguageSwitch } from '../../../ui/language-switch';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { welcomeTexts } from './officials-texts';
import { SetCredentialsForm } from './set-credentials-form';

interface Props {
  readonly link: string;
  readonly onSignedIn: (session: OfficialSession) => void;
}

type Opened = Extract<Answer<'oversight.open-official-link'>, { readonly ok: true }>['value'];

/** Where a one-time link leads: the code of who proposed, then a password and an authenticator of one's own. */
export const WelcomeScreen = ({ link, onSignedIn }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [code, setCode] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const open = async () => {
    const input = { link, code: plainLine(code) };
    const told = await mutation.run((client) => client.call('oversight.open-official-link', input));
    if (told) setOpened(told);
  };
  return (
    <main className="door" data-part="welcome">
      {opened ? (
        <SetCredentialsForm {...{ opened, onSignedIn }} halves={{ link, code: plainLine(code) }} />
      ) : (
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <h1>{say(welcomeTexts.title)}</h1>
          <p>{say(welcomeTexts.ask)}</p>
          <TextField
            label={say(welcomeTexts.code)}
            hint={say(welcomeTexts.codeHint)}
            name="code"
            focused
            value={code}
            onChange={setCode}
            autoComplete="off"
            maxLength={40}
          />
          {mutation.failure && <FailureNotice failure={mutation.failure} />}
          <button type="submit" className="primary" disabled={mutation.isPending}>
            {say(mutation.isPending ? uiTexts.underWay : welcomeTexts.next)}
          </button>
          <LanguageSwitch />
        </form>
      )}
    </main>
  );
};
