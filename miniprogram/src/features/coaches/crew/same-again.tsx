import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { crewBookRecord, type HeldDeparture } from './crew-book';
import { formAfter } from './departure-form';
import { timesOffered } from './departure-times';
import { useMaking } from './use-making';

interface SameAgainProps {
  readonly held: HeldDeparture;
  readonly session: StaffSession;
  readonly places: OutputOf<typeof listPlaces>;
  readonly onMade: (departure: HeldDeparture) => void;
  /** Something else than the time is to be changed. */
  readonly onForm: () => void;
}

/** The same departure again by two touches: "the same again", "now the 14:20"; anything else by the form. */
export function SameAgain({ held, session, places, onMade, onForm }: SameAgainProps) {
  const say = useSay();
  const { clock, records } = usePhone();
  const [open, setOpen] = useState(false);
  const make = useMaking(session, places);
  if (!open)
    return (
      <Button id="same-again" variant="plain" icon="plus" onPress={() => setOpen(true)}>
        {say(crewTexts.again)}
      </Button>
    );
  const times = timesOffered(held, records.read(crewBookRecord).departures, clock.now());
  const take = async (time: string) => {
    const made = await make({ ...formAfter(held), time });
    if (made) onMade(made);
    else onForm();
  };
  return (
    <View className="panel" id="same-again-times">
      <Text className="panel-title">{say(formTexts.againWhen)}</Text>
      <View className="coach-who" role="group" aria-label={say(formTexts.againWhen)}>
        {times.map((time) => (
          <Press key={time} className="coach-tick" label={time} onPress={() => take(time)}>
            <Text>{time}</Text>
          </Press>
        ))}
      </View>
      <Text className="panel-note">{say(formTexts.againNote, { n: held.opened.aboard })}</Text>
      <Button id="same-again-form" variant="link" onPress={onForm}>
        {say(formTexts.againForm)}
      </Button>
    </View>
  );
}
