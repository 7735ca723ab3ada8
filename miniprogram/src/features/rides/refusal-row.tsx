import { Text, View } from '@tarojs/components';
import type { RefusedBoarding } from '@tongcheng/shared/rides/wire';
import { minuteText } from '../../ui/clock-text';
import { VenueName } from '../../ui/venue-name';
import { useSay } from '../../ui/words';
import { historyTexts } from './texts/history-texts';

/** W-32: a boarding that was refused: where, when, by whom and why. It is no ride. */
export function RefusalRow({ refusal }: { readonly refusal: RefusedBoarding }) {
  const say = useSay();
  const { venue, scannedAt, by, why } = refusal;
  const told = by === 'staff' ? historyTexts.refusedByStaff : historyTexts.refusedByVerdict;
  return (
    <View className="ride">
      <View className="ride-times">
        <Text>{minuteText(scannedAt)}</Text>
      </View>
      <View className="ride-words">
        <VenueName className="ride-venue" venue={venue} />
        <Text className="ride-note">{say(historyTexts.refused)}</Text>
        <Text className="ride-note">{say(told, { why: why.map((each) => say(each)).join(' · ') })}</Text>
      </View>
    </View>
  );
}
