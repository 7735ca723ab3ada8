import { Text, View } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { useSay } from '../../../ui/words';
import { placesOfJourney } from '../leg-choice';
import { departureTexts } from '../texts/departure-texts';

const none = { on: 0, off: 0 } as const;

/** Who gets on and off where, of a journey with stops; numbers only. */
export function StopCounts({ seen }: { readonly seen: DepartureView }) {
  const say = useSay();
  const names = placesOfJourney(seen);
  const { places = [] } = seen;
  if (names.length === 0 || places.length !== names.length) return null;
  return (
    <View id="place-counts">
      {names.map((name, order) => (
        <View key={name} className="crew-stop">
          <Text>{name}</Text>
          <Text className="panel-note">{say(departureTexts.onOff, { ...none, ...places[order] })}</Text>
        </View>
      ))}
    </View>
  );
}
