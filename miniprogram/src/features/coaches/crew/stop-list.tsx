import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { useSay } from '../../../ui/words';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { PlaceChoice } from './place-choice';

/** As many as a departure may have. */
const mostStops = 20;

interface StopListProps {
  readonly stops: readonly string[];
  readonly places: OutputOf<typeof listPlaces>;
  readonly onChange: (stops: readonly string[]) => void;
}

/** Where passengers get on and off between origin and destination, in the order of the journey. */
export function StopList({ stops, places, onChange }: StopListProps) {
  const say = useSay();
  const [typed, setTyped] = useState<string>();
  const add = (name: string) => {
    const stop = plainText(name);
    if (stop !== '' && stop.length <= 60 && !stops.includes(stop)) onChange([...stops, stop]);
    setTyped(undefined);
  };
  return (
    <View className="coach-typed" id="departure-stops">
      {stops.map((stop, order) => (
        <View key={stop} className="crew-stop">
          <Text>{`${order + 1} · ${stop}`}</Text>
          <Button variant="link" onPress={() => onChange(stops.filter((each) => each !== stop))}>
            {say(formTexts.removeStop)}
          </Button>
        </View>
      ))}
      {typed === undefined && stops.length < mostStops && (
        <Button id="add-stop" variant="link" icon="plus" onPress={() => setTyped('')}>
          {say(formTexts.addStop)}
        </Button>
      )}
      {typed !== undefined && (
        <>
          <Field
            id="departure-stop"
            label={say(formTexts.stop)}
            hint={say(crewTexts.placeHint)}
            keyboard="text"
            maxLength={60}
            focused
            value={typed}
            onChange={setTyped}
            onLeave={() => undefined}
            onDone={() => add(typed)}
          />
          <PlaceChoice typed={typed} places={places} onChoose={add} />
          <Button id="take-stop" variant="plain" onPress={() => add(typed)}>
            {say(formTexts.takeStop)}
          </Button>
        </>
      )}
    </View>
  );
}
