import { Text, View } from '@tarojs/components';
import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { Fact } from '../../ui/fact';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';

/** Which coach this is: the plate large, to be compared with the one before the passenger's eyes. */
export function CoachCard({ departure }: { readonly departure: ScannedDeparture }) {
  const say = useSay();
  const { plate, departsAt, service, serviceNumber, origin, destination } = departure;
  return (
    <View className="panel coach-card">
      <Text className="coach-plate" id="coach-plate">
        {paintedPlate(plate)}
      </Text>
      <Fact name={say(departureTexts.departs)} value={formatInstant(departsAt, 'YYYY-MM-DD HH:mm')} />
      {serviceNumber !== undefined && (
        <Fact
          name={say(departureTexts.service)}
          value={service ? `${serviceNumber} · ${say(departureTexts[service])}` : serviceNumber}
        />
      )}
      {origin && <Fact name={say(departureTexts.from)} value={origin.name} />}
      {destination && <Fact name={say(departureTexts.to)} value={destination.name} />}
    </View>
  );
}
