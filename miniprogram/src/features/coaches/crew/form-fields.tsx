import { View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import type { Text } from '@tongcheng/shared/text';
import { type Day, dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../../client/phone';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { fieldRefusals } from '../texts/refusal-texts';
import { type DepartureForm, type FormField, isFilledIn } from './departure-form';
import { PlaceChoice } from './place-choice';

/** A form with what was left by its reader: what is wrong is said then, not while it is typed. */
export interface FormState {
  readonly form: DepartureForm;
  readonly left: readonly FormField[];
  readonly change: (part: Partial<DepartureForm>, field?: FormField) => void;
  readonly leave: (field: FormField) => void;
  /** Where typing goes on. */
  readonly focused: FormField | undefined;
  /** After Enter: to the next field; whether there is one. */
  readonly goOn: (field: FormField) => boolean;
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
            focused={at.focused === field}
            onDone={() => at.goOn(field) || onDone()}
            {...hintOf(field, say)}
            {...(left.includes(field) &&
              !isFilledIn(form, field, today) && { refusal: say(refusalOf(form, field, today)) })}
          />
          {(field === 'destination' || field === 'origin') && (
            <PlaceChoice typed={form[field]} places={places} onChoose={(name) => at.change({ [field]: name }, field)} />
          )}
        </View>
      ))}
    </>
  );
}

/** What is to be written there instead. */
function refusalOf(form: DepartureForm, field: FormField, today: Day): Text {
  switch (field) {
    case 'driverName':
    case 'registrantName':
    case 'attendantName':
      return fieldRefusals.name;
    case 'driverPhone':
    case 'registrantPhone':
    case 'attendantPhone':
      return fieldRefusals.phone;
    case 'attendantNumber':
      return documentRefusal(form, today);
    default:
      return fieldRefusals[field];
  }
}

function documentRefusal({ attendantKind, attendantNumber }: DepartureForm, today: Day): Text {
  const checked = checkDocument(attendantKind, attendantNumber, today);
  return refusalText(attendantKind, checked.valid ? 'length' : checked.reason, attendantNumber);
}

function keyboardOf(field: FormField) {
  if (field === 'driverPhone' || field === 'registrantPhone' || field === 'attendantPhone') return 'phone';
  if (field === 'attendantNumber') return 'code';
  return field === 'aboard' ? 'digits' : 'text';
}

function hintOf(field: FormField, say: ReturnType<typeof useSay>) {
  if (field === 'time') return { hint: say(crewTexts.timeHint) };
  return field === 'origin' || field === 'destination' ? { hint: say(crewTexts.placeHint) } : {};
}
