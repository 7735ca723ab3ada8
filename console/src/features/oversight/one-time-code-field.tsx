import { lastingStorage } from '../../platform/text-storage';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { oversightTexts } from './texts';

/** Six digits as they may be typed or pasted: wide ones, with spaces, dashes and invisible marks between them. */
const sixDigits = '[\\s\\p{Cf}]*(?:[\\d０-９][\\s\\p{Cf}\\-]*){6}';

interface Props {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The code that an authenticator shows at the moment. */
export const OneTimeCodeField = ({ value, onChange }: Props) => {
  const { say } = useSpeech();
  return (
    <TextField
      label={say(oversightTexts.totp)}
      hint={say(oversightTexts.totpHint)}
      name="totp"
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      inputMode="numeric"
      pattern={sixDigits}
      maxLength={20}
    />
  );
};

/** What tells the server that this official signed in here before; it opens nothing. */
export const knownBrowserOf = (login: string) => lastingStorage(`tongcheng.console.browser.${login.toLowerCase()}`);
