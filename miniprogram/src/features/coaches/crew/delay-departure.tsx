import { Text, View } from '@tarojs/components';
import { formatInstant, type Instant, minuteMs } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { delayTexts } from '../texts/delay-texts';
import { minutesIn, nearestTime } from './departure-times';

interface DelayDepartureProps {
  /** When it is to leave, as far as anybody said. */
  readonly departsAt: Instant;
  readonly onTell: (departsAt: Instant) => void;
}

/** Minutes later that are offered by one touch. */
const laterBy = [10, 20, 30, 60, 90] as const;

/** The coach leaves at another time: passengers and the printed code say the new one, the code itself stays. */
export function DelayDeparture({ departsAt, onTell }: DelayDepartureProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="delay-departure" variant="link" onPress={() => setOpen(true)}>
        {say(delayTexts.open)}
      </Button>
    );
  const tell = (at: Instant) => {
    setOpen(false);
    onTell(at);
  };
  return (
    <View className="panel coach-typed" id="new-time">
      <Text className="panel-title">{say(delayTexts.title, { time: formatInstant(departsAt, 'HH:mm') })}</Text>
      <Text className="panel-note">{say(delayTexts.note)}</Text>
      <View className="coach-who" role="group" aria-label={say(delayTexts.later)}>
        {laterBy.map((minutes) => (
          <Later key={minutes} minutes={minutes} onPress={() => tell(departsAt + minutes * minuteMs)} />
        ))}
      </View>
      <TypedTime departsAt={departsAt} onTell={tell} />
      <Button variant="link" onPress={() => setOpen(false)}>
        {say(crewTexts.cancelForm)}
      </Button>
    </View>
  );
}

function Later({ minutes, onPress }: { readonly minutes: number; readonly onPress: () => void }) {
  const words = useSay()(delayTexts.laterBy, { n: minutes });
  return (
    <Press id={`later-${minutes}`} className="coach-tick" label={words} onPress={onPress}>
      <Text>{words}</Text>
    </Press>
  );
}

/** Any other time, earlier ones too. */
function TypedTime({ departsAt, onTell }: DelayDepartureProps) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const isGood = minutesIn(typed) !== undefined;
  const confirm = () => {
    setAsked(true);
    if (isGood) onTell(nearestTime(typed, departsAt));
  };
  return (
    <>
      <Field
        id="new-time-typed"
        label={say(delayTexts.typed)}
        hint={say(crewTexts.timeHint)}
        keyboard="text"
        maxLength={5}
        value={typed}
        onChange={setTyped}
        onLeave={() => undefined}
        onDone={confirm}
        {...(asked && !isGood && { refusal: say(delayTexts.typedRefused) })}
      />
      <Button id="confirm-new-time" variant="plain" onPress={confirm}>
        {say(delayTexts.confirm)}
      </Button>
    </>
  );
}
