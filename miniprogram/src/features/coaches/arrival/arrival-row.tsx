import { Text, View } from '@tarojs/components';
import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import { Press } from '../../../platform/view/press';
import { useSay } from '../../../ui/words';
import { legWords } from '../leg-choice';
import { arrivalTexts } from '../texts/arrival-texts';
import type { Verified } from './use-arrival';

interface ArrivalRowProps {
  readonly row: ManifestRow;
  /** Of a journey with stops. */
  readonly places: readonly string[];
  readonly isClosed: boolean;
  readonly onTell: (told: Verified) => void;
}

/** One passenger, masked, with what was seen of them. */
export function ArrivalRow({ row, places, isClosed, onTell }: ArrivalRowProps) {
  const say = useSay();
  const { passenger, maskedName, maskedDocument, seat, onArrival, presence } = row;
  const leg = legWords(row, places);
  const about = [
    maskedDocument,
    ...(seat === undefined ? [] : [seat]),
    ...(leg === undefined ? [] : [leg]),
    ...(onArrival ? [say(arrivalTexts.added)] : []),
  ];
  return (
    <View className="coach-own">
      <View className="coach-own-words">
        <Text className="coach-own-name">{maskedName}</Text>
        <Text className="panel-note">{about.join(' · ')}</Text>
      </View>
      <View className="coach-who" role="group" aria-label={`${maskedName} ${maskedDocument}`}>
        {(['present', 'absent'] as const).map((each) => (
          <Press
            key={each}
            className={`coach-tick${presence === each ? ' chosen' : ''}`}
            role="switch"
            on={presence === each}
            disabled={isClosed}
            label={`${maskedName} ${say(arrivalTexts[each])}`}
            onPress={() => onTell({ kind: each, passenger })}
          >
            <Text>{say(arrivalTexts[each])}</Text>
          </Press>
        ))}
      </View>
    </View>
  );
}
