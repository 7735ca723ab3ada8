import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { plainText } from '@tongcheng/shared/typed-text';
import { Press } from '../../../platform/view/press';
import { usePreferences } from '../../../ui/preferences';

const mostOffered = 6;

interface PlaceChoiceProps {
  readonly typed: string;
  readonly places: OutputOf<typeof listPlaces>;
  readonly onChoose: (name: string) => void;
}

/** Places of the lists that fit what was typed; none once one of them stands there. */
export function PlaceChoice({ typed, places: { places }, onChoose }: PlaceChoiceProps) {
  const { language } = usePreferences();
  const wanted = plainText(typed);
  const names = places.map(({ name }) => name[language]);
  if (wanted === '' || places.some(({ name }) => name.zh === wanted || name.en === wanted)) return null;
  const fitting = names.filter((name) => name.includes(wanted)).slice(0, mostOffered);
  if (fitting.length === 0) return null;
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
