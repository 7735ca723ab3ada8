import { Field } from '../../../ui/field';
import { useSpeech } from '../../../ui/language';
import { visitorTexts } from './texts';

/** From a holiday to the most that the server lets. */
const validities = ['7', '30', '90', '180', '366'] as const;

interface Props {
  readonly value: string;
  readonly onChange: (days: string) => void;
}

/** For how many days a code shall work. */
export const ValidityField = ({ value, onChange }: Props) => {
  const { say } = useSpeech();
  return (
    <Field label={say(visitorTexts.validDays)} hint={say(visitorTexts.validHint)}>
      {(id, hintId) => (
        <select
          id={id}
          name="validDays"
          aria-describedby={hintId}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {validities.map((days) => (
            <option key={days} value={days}>
              {say(visitorTexts.days, { n: days })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
