import { Text, View } from '@tarojs/components';
import type { RideView } from '@tongcheng/shared/rides/wire';
import { minuteText } from '../../ui/clock-text';
import { venueLine } from '../../ui/venue-line';
import { useSay } from '../../ui/words';
import { closingTexts, historyTexts } from './texts/history-texts';

/** One ride: where, from when to when, and which ends are inferred (W-27). */
export function RideRow({ ride }: { readonly ride: RideView }) {
  const say = useSay();
  const { from, to, inferred, closedBy } = ride;
  const until = to === undefined ? say(historyTexts.open) : minuteText(to);
  const how = closedBy && closedBy !== 'scan' ? say(historyTexts.closedBy, { how: say(closingTexts[closedBy]) }) : '';
  return (
    <View className="ride">
      <View className="ride-times">
        <Text className={inferred.includes('from') ? 'ride-inferred' : ''}>{minuteText(from)}</Text>
        <Text className={inferred.includes('to') ? 'ride-inferred' : ''}>{until}</Text>
      </View>
      <View className="ride-words">
        <Text className="ride-venue">{say(venueLine(ride.venue))}</Text>
        {inferred.includes('from') && <Text className="ride-note">{say(historyTexts.inferredFrom)}</Text>}
        {inferred.includes('to') && (
          <Text className="ride-note">
            {say(historyTexts.inferredTo)}
            {how}
          </Text>
        )}
      </View>
    </View>
  );
}
