import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useKept, usePhone } from '../../client/phone';
import { Button } from '../../ui/button';
import { clockText } from '../../ui/clock-text';
import { Icon } from '../../ui/icon';
import { usePreferences } from '../../ui/preferences';
import { VerdictShape } from '../../ui/verdict-shape';
import { useSay } from '../../ui/words';
import { announce } from './announce';
import { queueRecord } from './queue';
import { keptTexts } from './texts/scan-texts';
import { verdictTexts } from './texts/verdict-texts';
import { useSecond } from './use-second';
import type { WaitingScan } from './waiting-scan';
import './verdict.scss';

/** A scan that is kept on the phone: it counts, it will be delivered, and staff decide meanwhile. */
export function KeptScreen({ scan, onAgain }: { readonly scan: WaitingScan; readonly onAgain: () => void }) {
  const { clock } = usePhone();
  const say = useSay();
  const now = useSecond(clock.now);
  const waits = useKept(queueRecord).waiting.some(({ scanId }) => scanId.slice(10) === scan.scanId.slice(10));
  useAnnouncement(scan.scanId);
  return (
    <View className="verdict verdict-kept" id="kept">
      <View className="verdict-ground">
        <View className="verdict-top">
          <View className="verdict-figure">
            <VerdictShape face="grey" />
          </View>
          <Text className="verdict-word" id="verdict-word">
            {say(waits ? keptTexts.word : keptTexts.delivered)}
          </Text>
          <View className="verdict-who">
            <Text className="verdict-venue">{say(keptTexts.venue, { code: shortened(scan.code) })}</Text>
          </View>
          <View className="verdict-live">
            <Text className="verdict-clock">{clockText(now)}</Text>
          </View>
        </View>
      </View>
      <View className="verdict-below">
        {waits && <Text className="reason-words">{say(keptTexts.words)}</Text>}
        {waits && (
          <View className="verdict-hint">
            <Icon name="person" colour="muted" />
            <Text>{say(keptTexts.staff)}</Text>
          </View>
        )}
        <Button look={waits ? 'plain' : 'main'} onPress={onAgain} icon={waits ? undefined : 'scan'}>
          {say(waits ? verdictTexts.done : verdictTexts.scanAgain)}
        </Button>
        <Text className="verdict-recorded">{say(keptTexts.at, { time: clockText(scan.scannedAt) })}</Text>
      </View>
    </View>
  );
}

/** A link is long; its end tells codes apart. */
const shortened = (code: string): string => (code.length > 12 ? `…${code.slice(-6)}` : code);

function useAnnouncement(scanId: string): void {
  const say = useSay();
  const { elder, language } = usePreferences();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scan, whatever else changes
  useEffect(() => {
    announce('kept', elder ? { words: say(keptTexts.word), language } : undefined);
  }, [scanId]);
}
