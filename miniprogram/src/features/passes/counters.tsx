import { Text, View } from '@tarojs/components';
import { usePhone } from '../../client/phone';
import { useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { passTexts } from './texts/pass-texts';

/** Where whoever gets no pass on the phone goes, and when it is open (P-04). */
export function Counters({ city }: { readonly city: string }) {
  const say = useSay();
  const { publicClient } = usePhone();
  const { value, failure, fetch } = useQuery(() => publicClient.call('passes.list-counters', { city }), { key: city });
  return (
    <View className="panel" id="pass-counters">
      <Text className="panel-title">{say(passTexts.countersTitle)}</Text>
      {!value && !failure && <Skeleton lines={2} label={say(passTexts.loading)} />}
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(passTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {(failure || value?.counters.length === 0) && <Text>{say(passTexts.countersNone)}</Text>}
      {value?.counters.map(({ name, where, hours }) => (
        <View key={`${name.zh} ${where.zh}`} className="panel-line">
          <Text className="pass-counter-name">{say(name)}</Text>
          <Text className="pass-counter-line">{say(where)}</Text>
          <Text className="pass-counter-line">{say(passTexts.hours, { hours: say(hours) })}</Text>
        </View>
      ))}
    </View>
  );
}
