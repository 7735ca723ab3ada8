import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { useQuery } from '../../client/use-query';
import { Press } from '../../platform/view/press';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { NoticeBar } from '../../ui/notice-bar';
import { Empty, Skeleton } from '../../ui/placeholders';
import { venueLine } from '../../ui/venue-line';
import { useSay } from '../../ui/words';
import { appealTexts } from './texts/appeal-texts';

/** The rider's appeals, the latest first. */
export function OwnAppeals({ onOpen }: { readonly onOpen: (scanId: string) => void }) {
  const say = useSay();
  const { value, failure, fetch } = useQuery((rider) => rider.call('appeals.own-appeals', {}));
  const appeals = value?.appeals;
  return (
    <View className="sheet-of-paper" id="own-appeals">
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(appealTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {!appeals && !failure && <Skeleton lines={4} label={say(appealTexts.loading)} />}
      {appeals?.length === 0 && (
        <Empty icon="guide" title={say(appealTexts.emptyTitle)} words={say(appealTexts.emptyWords)} />
      )}
      {appeals?.map(({ scanId, venue, scannedAt, appeal }) => (
        <Press key={scanId} className="menu-line" onPress={() => onOpen(scanId)}>
          <View className="menu-words">
            <Text className="panel-title">{say(appeal.answer ? appealTexts.answered : appealTexts.waiting)}</Text>
            <Text className="panel-note">{`${formatInstant(scannedAt, 'MM-DD HH:mm')} · ${say(venueLine(venue))}`}</Text>
          </View>
          <Icon name="next" colour="muted" />
        </Press>
      ))}
    </View>
  );
}
