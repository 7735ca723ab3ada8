import { Text, View } from '@tarojs/components';
import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { useQuery } from '../../../client/use-query';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { regularTexts } from '../texts/regular-texts';

interface JoinRegularsProps {
  readonly code: string;
  readonly departure: ScannedDeparture;
}

/** L-07: a known rider who is registered agrees that this line's crews register them by one tap, or takes it back. Nothing where it cannot be agreed to. */
export function JoinRegulars({ code, departure }: JoinRegularsProps) {
  const { own, service, serviceNumber, demonstration, changeable } = departure;
  const isRider = own.some(({ source }) => source === 'rider');
  if (!isRider || !changeable || demonstration || service !== 'line' || serviceNumber === undefined) return null;
  return <Agreement {...{ code, city: departure.city, service: serviceNumber }} />;
}

interface AgreementProps {
  readonly code: string;
  readonly city: string;
  readonly service: string;
}

function Agreement({ code, city, service }: AgreementProps) {
  const say = useSay();
  const { value, failure, busy, change } = useQuery((rider) => rider.call('coaches.own-regulars', {}));
  if (!value && !failure) return null;
  const held = value?.regulars.find((each) => each.city === city && each.serviceNumber === service);
  const join = () => change((rider) => rider.call('coaches.join-regulars', { code }));
  const leave = (regularId: string) => change((rider) => rider.call('coaches.leave-regulars', { regularId }));
  return (
    <View className="panel" id="join-regulars" role="status">
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {held ? (
        <>
          <Text>{say(regularTexts.joined, { service, day: held.untilDay })}</Text>
          <Button id="leave-regulars" variant="link" busy={busy} onPress={() => leave(held.regularId)}>
            {say(regularTexts.leave)}
          </Button>
        </>
      ) : (
        <>
          <Text className="panel-title">{say(regularTexts.title, { service })}</Text>
          <Text className="panel-note">{say(regularTexts.words, { service })}</Text>
          <Button id="agree-regulars" variant="plain" busy={busy} onPress={join}>
            {say(regularTexts.join)}
          </Button>
        </>
      )}
    </View>
  );
}
