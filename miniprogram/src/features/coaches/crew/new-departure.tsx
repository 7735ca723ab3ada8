import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { usePreferences } from '../../../ui/preferences';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { type HeldDeparture, keepDeparture } from './crew-book';
import { deliverCrewEvents } from './deliver-crew-events';
import { type DepartureForm, type FormField, formAfter, formFields, isFilledIn } from './departure-form';
import { makeDeparture } from './make-departure';

interface NewDepartureProps {
  readonly session: StaffSession;
  readonly places: OutputOf<typeof listPlaces>;
  /** Prefilled from this one, all but the time. */
  readonly from: HeldDeparture | undefined;
  readonly onMade: (departure: HeldDeparture) => void;
  readonly onBack: () => void;
}

/** One screen, prefilled from the last departure (L-02); its code is made here, without a network, and delivered when there is one. */
export function NewDeparture({ session, places, from, onMade, onBack }: NewDepartureProps) {
  const say = useSay();
  const phone = usePhone();
  const [form, setForm] = useState<DepartureForm>(() => formAfter(from));
  const [left, setLeft] = useState<readonly FormField[]>([]);
  const change = (part: Partial<DepartureForm>) => setForm({ ...form, ...part });
  const confirm = async () => {
    setLeft(formFields);
    if (formFields.some((field) => !isFilledIn(form, field))) return;
    const made = makeDeparture(form, session, places, phone.clock.now(), await phone.randomBytes(10));
    if (!made) return;
    keepDeparture(phone.records, made);
    deliverCrewEvents(phone).catch(() => undefined);
    onMade(made);
  };
  return (
    <View className="panel coach-typed" id="departure-form">
      <Text className="panel-title">{say(crewTexts.newTitle)}</Text>
      <ServiceChoice service={form.service} onChoose={(service) => change({ service })} />
      {formFields.map((field) => (
        <View key={field}>
          <Field
            id={`departure-${field}`}
            label={say(crewTexts[field])}
            keyboard={keyboardOf(field)}
            maxLength={60}
            value={form[field]}
            onChange={(value) => {
              setLeft(left.filter((each) => each !== field));
              change({ [field]: value });
            }}
            onLeave={() => form[field] !== '' && setLeft([...left, field])}
            onDone={confirm}
            {...hintOf(field, say)}
            {...(left.includes(field) &&
              !isFilledIn(form, field) && {
                refusal: say(field === 'plate' ? crewTexts.plateRefused : crewTexts.refused),
              })}
          />
          {(field === 'destination' || field === 'origin') && (
            <PlaceChoice typed={form[field]} places={places} onChoose={(name) => change({ [field]: name })} />
          )}
        </View>
      ))}
      <Button id="confirm-departure" icon="check" onPress={confirm}>
        {say(crewTexts.confirm)}
      </Button>
      <Button variant="link" onPress={onBack}>
        {say(crewTexts.cancelForm)}
      </Button>
    </View>
  );
}

const phones: readonly FormField[] = ['driverPhone', 'attendantPhone'];

function keyboardOf(field: FormField) {
  if (phones.includes(field)) return 'phone';
  return field === 'aboard' ? 'digits' : 'text';
}

function hintOf(field: FormField, say: ReturnType<typeof useSay>) {
  if (field === 'time') return { hint: say(crewTexts.timeHint) };
  return field === 'origin' || field === 'destination' ? { hint: say(crewTexts.placeHint) } : {};
}

function ServiceChoice({
  service,
  onChoose,
}: {
  readonly service: DepartureForm['service'];
  readonly onChoose: (service: DepartureForm['service']) => void;
}) {
  const say = useSay();
  return (
    <View className="coach-who" role="group" aria-label={say(crewTexts.service)}>
      {(['line', 'charter'] as const).map((each) => (
        <Press
          key={each}
          className={`coach-tick${each === service ? ' chosen' : ''}`}
          role="switch"
          on={each === service}
          label={say(crewTexts[each])}
          onPress={() => onChoose(each)}
        >
          <Text>{say(crewTexts[each])}</Text>
        </Press>
      ))}
    </View>
  );
}

const mostOffered = 6;

/** Places of the lists that fit what was typed; none once one of them stands there. */
function PlaceChoice({
  typed,
  places: { places },
  onChoose,
}: {
  readonly typed: string;
  readonly places: OutputOf<typeof listPlaces>;
  readonly onChoose: (name: string) => void;
}) {
  const { language } = usePreferences();
  const wanted = plainText(typed);
  const names = places.map(({ name }) => name[language]);
  if (wanted === '' || places.some(({ name }) => name.zh === wanted || name.en === wanted)) return null;
  const fitting = names.filter((name) => name.includes(wanted)).slice(0, mostOffered);
  return (
    <View className="coach-who">
      {fitting.map((name) => (
        <Press key={name} className="coach-tick" label={name} onPress={() => onChoose(name)}>
          <Text>{name}</Text>
        </Press>
      ))}
    </View>
  );
}
