import { View } from '@tarojs/components';
import type { Place } from '@tongcheng/shared/coaches/wire';
import { useSay } from '../../ui/words';
import { OneOf } from './crew/one-of';
import { departureTexts } from './texts/departure-texts';

/** Where a passenger gets on and off, by the order of the places; nothing for the whole way. */
export interface JourneyPart {
  readonly boardsAt?: number;
  readonly alightsAt?: number;
}

/** The places of a journey with stops, in their order; none where there are no stops, since nothing is to be chosen then. */
export const placesOfJourney = (journey: {
  readonly origin?: Place;
  readonly destination?: Place;
  readonly stops?: readonly Place[];
}): readonly string[] => {
  const { origin, destination, stops = [] } = journey;
  return stops.length === 0 || !origin || !destination
    ? []
    : [origin.name, ...stops.map(({ name }) => name), destination.name];
};

/** Where they get on and off, in words; undefined for the whole way. */
export function legWords({ boardsAt, alightsAt }: JourneyPart, places: readonly string[]): string | undefined {
  if (places.length === 0 || (boardsAt === undefined && alightsAt === undefined)) return undefined;
  const last = places.length - 1;
  return `${places[boardsAt ?? 0] ?? ''} → ${places[alightsAt ?? last] ?? places[last] ?? ''}`;
}

interface LegChoiceProps {
  readonly places: readonly string[];
  readonly leg: JourneyPart;
  readonly onChange: (leg: JourneyPart) => void;
}

/** Getting on and off at stops on the way; the whole way unless somebody says otherwise. */
export function LegChoice({ places, leg, onChange }: LegChoiceProps) {
  const say = useSay();
  if (places.length === 0) return null;
  const last = places.length - 1;
  const [on, off] = [leg.boardsAt ?? 0, leg.alightsAt ?? last];
  const choices = places.map((words, order) => ({ value: String(order), words }));
  const take = (boards: number, alights: number) =>
    onChange({ ...(boards > 0 && { boardsAt: boards }), ...(alights < last && { alightsAt: alights }) });
  return (
    <View className="panel" id="leg">
      <OneOf
        name="boards"
        label={say(departureTexts.boards)}
        choices={choices.slice(0, last)}
        chosen={String(on)}
        onChoose={(order) => take(Number(order), Math.max(off, Number(order) + 1))}
      />
      <OneOf
        name="alights"
        label={say(departureTexts.alights)}
        choices={choices.slice(on + 1)}
        chosen={String(off)}
        onChoose={(order) => take(on, Number(order))}
      />
    </View>
  );
}
