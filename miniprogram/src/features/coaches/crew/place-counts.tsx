import { Text, View } from '@tarojs/components';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { useSay } from '../../../ui/words';
import { placesAlong } from '../leg-choice';
import { departureTexts } from '../texts/departure-texts';

/** Who gets on and off where, of a journey with stops; numbers only. */
export function PlaceCounts({ seen }: { readonly seen: DepartureView }) {
  const say = useSay();
  const names = placesAlong(seen);
  const { places = [] } = seen;
  if (names.length === 0 || places.length !== names.length) return null;
  return (
    <View id="place-counts">
      {places.map(({ on, off }, order) => (
        <View key={names[order]} className="crew-stop">
          <Text>{names[order] ?? ''}</Text>
          <Text className="panel-note">{say(departureTexts.onOff, { on, off })}</Text>
        </View>
      ))}
    </View>
  );
}
