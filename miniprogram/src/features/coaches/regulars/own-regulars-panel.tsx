import { Text, View } from '@tarojs/components';
import type { OwnRegular } from '@tongcheng/shared/coaches/regulars-api';
import { useQuery } from '../../../client/use-query';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { regularTexts } from '../texts/regular-texts';

/** Services whose crews register the rider by one tap, as they agreed (L-07); each is taken back here. Nothing for whoever agreed nowhere. */
export function OwnRegularsPanel() {
  const say = useSay();
  const { value, failure, busy, fetch, change } = useQuery((rider) => rider.call('coaches.own-regulars', {}));
  const leave = (regularId: string) => change((rider) => rider.call('coaches.leave-regulars', { regularId }));
  if (!failure && !value?.regulars.length) return null;
  return (
    <View className="panel" id="own-regulars-panel">
      <Text className="panel-title">{say(regularTexts.ownTitle)}</Text>
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(regularTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {value?.regulars.map((each) => (
        <OwnRegularRow key={each.regularId} each={each} busy={busy} onLeave={() => leave(each.regularId)} />
      ))}
    </View>
  );
}

interface OwnRegularRowProps {
  readonly each: OwnRegular;
  readonly busy: boolean;
  readonly onLeave: () => void;
}

function OwnRegularRow({ each, busy, onLeave }: OwnRegularRowProps) {
  const say = useSay();
  const { serviceNumber: service, agreedOn: agreed, untilDay: until, regularId } = each;
  return (
    <View className="right-row">
      <Text>{say(regularTexts.ownRow, { service })}</Text>
      <Text className="panel-note">{say(regularTexts.ownDays, { agreed, until })}</Text>
      <Button id={`leave-${regularId}`} variant="link" busy={busy} onPress={onLeave}>
        {say(regularTexts.leave)}
      </Button>
    </View>
  );
}
