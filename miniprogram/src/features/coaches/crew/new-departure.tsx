import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { dayOf } from '@tongcheng/shared/time';
import { plainDigits } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { ReadByCamera } from '../../../ui/document-camera/read-by-camera';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { KindOfDocument } from '../typed-passenger';
import { type HeldDeparture, knownRunsRecord } from './crew-book';
import { type DepartureForm, type FormField, fieldsAsked, formAfter, isFilledIn, partsOf } from './departure-form';
import { FormFields, type FormState } from './form-fields';
import { KnownRuns } from './known-runs';
import { seatsExceeded } from './known-runs-form';
import { OneOf } from './one-of';
import { StopList } from './stop-list';
import { useMaking } from './use-making';

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
  const at = useForm(from);
  const make = useMaking(session, places);
  const { form, change } = at;
  const parts = partsOf(form);
  const exceeded = seatsExceeded(form, useRecord(knownRunsRecord).seats);
  const today = dayOf(usePhone().clock.now());
  const wrong = at.isAsked ? fieldsAsked(form).filter((field) => !isFilledIn(form, field, today)) : [];
  const confirm = async () => {
    const made = await make(form);
    if (made) onMade(made);
    else at.leaveAll();
  };
  const fields = { at, places, onDone: confirm };
  return (
    <View className="panel coach-typed" id="departure-form">
      <Text className="panel-title">{say(crewTexts.newTitle)}</Text>
      <KnownRuns form={form} onChange={change} />
      <OneOf
        label={say(crewTexts.service)}
        choices={(['line', 'charter'] as const).map((value) => ({ value, words: say(crewTexts[value]) }))}
        chosen={form.service}
        onChoose={(service) => change({ service })}
      />
      <FormFields {...fields} fields={parts.coach} />
      {exceeded !== undefined && (
        <NoticeBar
          tone="heed"
          words={say(formTexts.moreThanSeats, { seats: String(exceeded), aboard: plainDigits(form.aboard) })}
        />
      )}
      {session.visitor !== true && (
        <OneOf
          name="coach-from"
          label={say(formTexts.coachFrom)}
          choices={(['here', 'elsewhere'] as const).map((value) => ({ value, words: say(formTexts[value]) }))}
          chosen={form.coachFrom}
          onChoose={(coachFrom) => change({ coachFrom })}
        />
      )}
      <StopList stops={form.stops} places={places} onChange={(stops) => change({ stops })} />
      <FormFields {...fields} fields={parts.driver} />
      <OneOf
        label={say(formTexts.registrar)}
        choices={(['driver', 'other'] as const).map((value) => ({ value, words: say(formTexts[value]) }))}
        chosen={form.registrar}
        onChoose={(registrar) => change({ registrar })}
      />
      <FormFields {...fields} fields={parts.registrant} />
      <OneOf
        label={say(formTexts.attendant)}
        choices={(['none', 'aboard'] as const).map((value) => ({ value, words: say(formTexts[value]) }))}
        chosen={form.attendant}
        onChoose={(attendant) => change({ attendant })}
      />
      {form.attendant === 'aboard' && (
        <>
          <KindOfDocument kind={form.attendantKind} onChoose={(attendantKind) => change({ attendantKind })} />
          <ReadByCamera
            kind={form.attendantKind}
            today={today}
            onRead={({ number: attendantNumber, name: attendantName = form.attendantName }) =>
              change({ attendantNumber, attendantName })
            }
          />
        </>
      )}
      <FormFields {...fields} fields={parts.attendant} />
      {wrong.length > 0 && (
        <NoticeBar
          tone="heed"
          words={say(formTexts.wrong, { fields: wrong.map((field) => say(crewTexts[field])).join(' · ') })}
        />
      )}
      <Button id="confirm-departure" icon="check" onPress={confirm}>
        {say(crewTexts.confirm)}
      </Button>
      <Button variant="link" onPress={onBack}>
        {say(crewTexts.cancelForm)}
      </Button>
    </View>
  );
}

interface AskedState {
  /** Somebody wanted to go on although not all was good. */
  readonly isAsked: boolean;
  readonly leaveAll: () => void;
}

/** What is typed, and which fields were left. */
function useForm(from: HeldDeparture | undefined): FormState & AskedState {
  const [form, setForm] = useState<DepartureForm>(() => formAfter(from));
  const [left, setLeft] = useState<readonly FormField[]>([]);
  const [isAsked, setAsked] = useState(false);
  const [focused, setFocused] = useState<FormField>();
  return {
    form,
    left,
    change: (part, field) => {
      setForm((held) => ({ ...held, ...part }));
      setLeft((held) => held.filter((each) => each !== field));
    },
    leave: (field) => {
      setLeft((held) => [...held, field]);
      if (focused === field) setFocused(undefined);
    },
    focused,
    goOn: (field) => {
      const asked = fieldsAsked(form);
      const next = asked[asked.indexOf(field) + 1];
      setFocused(next);
      return next !== undefined;
    },
    isAsked,
    leaveAll: () => {
      setAsked(true);
      setLeft(fieldsAsked(form));
    },
  };
}
