import { Text, View } from '@tarojs/components';
import type { OwnRegistration } from '@tongcheng/shared/coaches/passenger-wire';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { CoachCard } from './coach-card';
import { DepartureNotices } from './departure-notices';
import { EndedDeparture } from './ended-departure';
import { NotShown } from './not-shown';
import { OwnRegistrations } from './own-registrations';
import { JoinRegulars } from './regulars/join-regulars';
import { departureTexts } from './texts/departure-texts';
import { manualTexts } from './texts/manual-texts';
import { useDeparture } from './use-departure';
import { WhoRides } from './who-rides';
import './coaches.scss';

interface DepartureScreenProps {
  readonly code: string;
  readonly onScan: () => void;
  readonly onVerify: () => void;
  /** Another coach for which this phone registered somebody. */
  readonly onOther: (code: string) => void;
  readonly onManual: () => void;
}

/** After scanning a departure code: which coach this is, who is registered for it, and who shall be (L-03 to L-05). */
export function DepartureScreen({ code, onScan, onVerify, onOther, onManual }: DepartureScreenProps) {
  const say = useSay();
  const { departure, ...at } = useDeparture(code);
  const { failure, fetch, trouble } = at;
  const [corrected, setCorrected] = useState<OwnRegistration>();
  if (!departure && !failure) return <Skeleton lines={6} label={say(departureTexts.looking)} />;
  if (!departure) return <NotShown {...{ failure, onScan, onManual }} isOwn={at.isOwn} onRetry={fetch} />;
  if (at.ended) return <EndedDeparture departure={departure} failure={at.ended} onScan={onScan} onManual={onManual} />;
  return (
    <View className="sheet-of-paper coach" id="coach">
      <CoachCard departure={departure} />
      <DepartureNotices departure={departure} others={at.others} onOpen={onOther} />
      <OwnRegistrations at={{ ...at, departure }} onCorrect={setCorrected} />
      {trouble && <NoticeBar tone="heed" words={say(trouble)} />}
      {!departure.ended && departure.phase !== 'arrived' && (
        <WhoRides
          at={{ ...at, departure }}
          corrected={corrected}
          onCorrected={() => setCorrected(undefined)}
          onVerify={onVerify}
        />
      )}
      <JoinRegulars code={code} departure={departure} />
      <Text className="panel-note coach-purpose" id="coach-purpose">
        {say(departureTexts.purpose, { days: departure.retentionDays })}
      </Text>
      <Button id="manual-link" variant="link" icon="guide" onPress={onManual}>
        {say(manualTexts.open)}
      </Button>
    </View>
  );
}
