import { ChoiceField } from './choice-field';
import { invitationReadyTexts as texts } from './invitation-texts';
import { useSpeech } from './language';

const validities = ['8', '24', '72', '168'] as const;
/** For how many hours an invitation works. */
export type InvitationHours = (typeof validities)[number];

interface Props {
  readonly value: InvitationHours;
  readonly onChange: (hours: InvitationHours) => void;
}

/** For how long an invitation works: a shift, a day, some days, a week. */
export const InvitationValidity = ({ value, onChange }: Props) => {
  const { say } = useSpeech();
  const lasting = (hours: string) =>
    Number(hours) < 48 ? say(texts.hours, { n: hours }) : say(texts.days, { n: Number(hours) / 24 });
  return (
    <ChoiceField
      label={say(texts.validHours)}
      name="validHours"
      hint={say(texts.validHint)}
      value={value}
      onChange={onChange}
      choices={validities.map((hours) => ({ value: hours, label: lasting(hours) }))}
    />
  );
};
