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

/** Places of the lists that fit what was typed: by their name, and the stations of a city that was named; none once a station stands there. */
export function PlaceChoice({ typed, places: { places }, onChoose }: PlaceChoiceProps) {
  const { language } = usePreferences();
  const fitting = placesThatFit(plainText(typed), places).map(({ name }) => name[language]);
  if (fitting.length === 0) return null;
  return (
    <View className="coach-who">
      {fitting.slice(0, mostOffered).map((name) => (
        <Press key={name} className="coach-tick" label={name} onPress={() => onChoose(name)}>
          <Text>{name}</Text>
        </Press>
      ))}
    </View>
  );
}

type Places = OutputOf<typeof listPlaces>['places'];

function placesThatFit(wanted: string, places: Places): Places {
  if (wanted === '') return [];
  const called = ({ name }: Places[number]) => name.zh === wanted || name.en === wanted;
  const [exact] = places.filter(called);
  if (exact?.stationId !== undefined) return [];
  const lower = wanted.toLowerCase();
  const isNamed = ({ name }: Places[number]) => name.zh.includes(wanted) || name.en.toLowerCase().includes(lower);
  return places.filter((each) => !called(each) && (isNamed(each) || (exact !== undefined && each.city === exact.city)));
}
