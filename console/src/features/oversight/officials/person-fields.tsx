import { loginPattern } from '@tongcheng/shared/oversight/official-change';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { loginIn, type OfficialForm } from './official-form';
import { proposalTexts } from './officials-texts';

interface Props {
  readonly form: OfficialForm;
  readonly set: (change: Partial<OfficialForm>) => void;
}

/** Who is added: login and name. */
export const PersonFields = ({ form: { login, name }, set }: Props) => {
  const { say } = useSpeech();
  const isFaulty = login !== '' && !loginPattern.test(loginIn(login));
  return (
    <>
      <TextField
        label={say(proposalTexts.login)}
        hint={say(proposalTexts.loginHint)}
        fault={isFaulty && login.length > 1 ? say(proposalTexts.loginFault) : undefined}
        name="login"
        value={login}
        onChange={(typed) => set({ login: typed })}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        label={say(proposalTexts.name)}
        hint={say(proposalTexts.nameHint)}
        name="name"
        value={name}
        onChange={(typed) => set({ name: typed })}
        maxLength={40}
        autoComplete="off"
      />
    </>
  );
};
