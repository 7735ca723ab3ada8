import { View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { Text } from '@tongcheng/shared/text';
import { dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../../client/phone';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { type DepartureForm, type FormField, isFilledIn } from './departure-form';
import { PlaceChoice } from './place-choice';

/** A form with what was left by its reader: what is wrong is said then, not while it is typed. */
export interface FormState {
  readonly form: DepartureForm;
  readonly left: readonly FormField[];
  readonly change: (part: Partial<DepartureForm>, field?: FormField) => void;
  readonly leave: (field: FormField) => void;
}

interface FormFieldsProps {
  readonly at: FormState;
  readonly fields: readonly FormField[];
  readonly places: OutputOf<typeof listPlaces>;
  readonly onDone: () => void;
}

/** Fields of a departure, each with what is wrong with it. */
export function FormFields({ at, fields, places, onDone }: FormFieldsProps) {
  const say = useSay();
  const { clock } = usePhone();
  const today = dayOf(clock.now());
  const { form, left } = at;
  return (
    <>
      {fields.map((field) => (
        <View key={field}>
          <Field
            id={`departure-${field}`}
            label={say(crewTexts[field])}
            keyboard={keyboardOf(field)}
            maxLength={60}
            value={form[field]}
            onChange={(value) => at.change({ [field]: value }, field)}
            onLeave={() => form[field] !== '' && at.leave(field)}
            onDone={onDone}
            {...hintOf(field, say)}
            {...(left.includes(field) &&
              !isFilledIn(form, field, today) && { refusal: say(refusals[field] ?? crewTexts.refused) })}
          />
          {(field === 'destination' || field === 'origin') && (
            <PlaceChoice typed={form[field]} places={places} onChoose={(name) => at.change({ [field]: name }, field)} />
          )}
        </View>
      ))}
    </>
  );
}

const refusals: Partial<Readonly<Record<FormField, Text>>> = {
  plate: crewTexts.plateRefused,
};

function keyboardOf(field: FormField) {
  if (field === 'driverPhone' || field === 'registrantPhone' || field === 'attendantPhone') return 'phone';
  if (field === 'attendantNumber') return 'code';
  return field === 'aboard' ? 'digits' : 'text';
}

function hintOf(field: FormField, say: ReturnType<typeof useSay>) {
  if (field === 'time') return { hint: say(crewTexts.timeHint) };
  return field === 'origin' || field === 'destination' ? { hint: say(crewTexts.placeHint) } : {};
}
