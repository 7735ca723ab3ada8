import { Text, View } from '@tarojs/components';
import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import { familyRecord } from '../../client/family-record';
import { usePhone, useRecord } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { RefusalRow } from './refusal-row';
import { RideRow } from './ride-row';
import { historyTexts } from './texts/history-texts';
import { Undelivered } from './undelivered';
import { useHistory } from './use-history';
import './history.scss';

/** The rider's own rides by day, or those of a member of the family, with what still waits on the phone above them. */
export function HistoryScreen({
  onScan,
  memberId,
}: {
  readonly onScan: () => void;
  readonly memberId?: string | undefined;
}) {
  const say = useSay();
  const { history, fetchMore, fetchAnew } = useHistory(memberId);
  const days = history.days.filter(({ rides, scans }) => rides.length > 0 || scans > 0);
  const isEmpty = days.length === 0 && !history.busy && !history.trouble;
  return (
    <View className="sheet-of-paper" id="history">
      {memberId === undefined ? <Undelivered /> : <WhoseRides memberId={memberId} />}
      {history.trouble && (
        <NoticeBar tone="heed" words={say(history.trouble)}>
          <Button variant="link" onPress={fetchMore}>
            {say(historyTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {isEmpty && (
        <Empty icon="rides" title={say(historyTexts.emptyTitle)} words={say(historyTexts.emptyWords)}>
          <Button onPress={onScan} icon="scan">
            {say(historyTexts.scan)}
          </Button>
        </Empty>
      )}
      {days.map(({ day, rides, refusals = [], scans }) => (
        <View key={day} className="panel">
          <DayHead day={day} scans={scans} />
          {rides.map((ride) => (
            <RideRow
              key={`${ride.venue.venueId}.${ride.from}.${ride.scanIds[0] ?? ''}`}
              ride={ride}
              memberId={memberId}
              onCorrected={fetchAnew}
            />
          ))}
          {refusals.map((refusal) => (
            <RefusalRow key={refusal.scanId} refusal={refusal} />
          ))}
        </View>
      ))}
      {history.busy && <Skeleton lines={4} label={say(historyTexts.loading)} />}
      {history.nextBefore !== undefined && !history.busy && (
        <Button variant="plain" onPress={fetchMore}>
          {say(historyTexts.earlier)}
        </Button>
      )}
      {history.retentionDays !== undefined && (
        <Text className="small-print">{say(historyTexts.end, { days: history.retentionDays })}</Text>
      )}
    </View>
  );
}

/** Whose rides these are, where they are not the rider's own. */
function WhoseRides({ memberId }: { readonly memberId: string }) {
  const say = useSay();
  const name = useRecord(familyRecord).members.find((member) => member.memberId === memberId)?.maskedName ?? '';
  return <Text className="panel-title">{say(historyTexts.ofMember, { name })}</Text>;
}

function DayHead({ day, scans }: { readonly day: Day; readonly scans: number }) {
  const say = useSay();
  const { clock } = usePhone();
  const today = dayOf(clock.now());
  const named = day === today ? historyTexts.today : day === addDays(today, -1) ? historyTexts.yesterday : undefined;
  return (
    <View className="day-head">
      <Text className="panel-title">{named ? `${say(named)} ${day.slice(5)}` : day}</Text>
      <Text className="ride-note">{scans === 1 ? say(historyTexts.scan1) : say(historyTexts.scans, { n: scans })}</Text>
    </View>
  );
}
