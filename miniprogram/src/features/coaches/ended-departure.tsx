import { Text, View } from '@tarojs/components';
import type { ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import type { Text as Words } from '@tongcheng/shared/text';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { CoachCard } from './coach-card';
import { departureTexts } from './texts/departure-texts';
import { manualTexts } from './texts/manual-texts';

interface EndedDepartureProps {
  readonly departure: ScannedDeparture;
  readonly failure: Words & { readonly code: string };
  readonly onScan: () => void;
  readonly onManual: () => void;
}

/** A departure that was over while its page stood open: which one it was, what that means for whoever is registered, and the way on. */
export function EndedDeparture({ departure, failure, onScan, onManual }: EndedDepartureProps) {
  const say = useSay();
  const { own } = departure;
  const isTheirs = own.length > 0 && failure.code === 'departure-cancelled';
  return (
    <View className="sheet-of-paper coach" id="coach-ended">
      <CoachCard departure={departure} />
      <NoticeBar tone="heed" words={say(isTheirs ? departureTexts.endedCancelled : failure)} />
      {own.length > 0 && (
        <View className="panel">
          <Text className="panel-title">{say(departureTexts.endedWho)}</Text>
          {own.map(({ registrationId, maskedName, maskedDocument }) => (
            <Text key={registrationId} className="panel-note">{`${maskedName} · ${maskedDocument}`}</Text>
          ))}
        </View>
      )}
      <Button id="scan-again" icon="scan" onPress={onScan}>
        {say(departureTexts.scanAgain)}
      </Button>
      <Button variant="link" icon="guide" onPress={onManual}>
        {say(manualTexts.open)}
      </Button>
    </View>
  );
}
