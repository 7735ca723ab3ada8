import { Text, View } from '@tarojs/components';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import { useEffect } from 'react';
import { useAccount, useLasts, usePhone, useRecord } from '../../client/phone';
import { brighten } from '../../platform/device/brightness';
import { Button } from '../../ui/button';
import { clockText } from '../../ui/clock-text';
import { Icon } from '../../ui/icon';
import { NoticeBar } from '../../ui/notice-bar';
import { usePreferences } from '../../ui/preferences';
import { VenueName } from '../../ui/venue-name';
import { VerdictShape } from '../../ui/verdict-shape';
import { useSay } from '../../ui/words';
import { announce } from './announce';
import { queueRecord } from './queue';
import { ReasonList } from './reason-list';
import { isAlive, type ShownScan } from './shown-scan';
import { sentencesOfOfflineScan } from './spoken-sentences';
import { offlineScanTexts } from './texts/offline-scan-texts';
import type { SpokenName } from './texts/spoken-texts';
import { verdictTexts } from './texts/verdict-texts';
import { useSecond } from './use-second';
import { liveFaceOf } from './verdict-face';
import { WaysOn } from './ways-on';
import './verdict.scss';

interface KeptScreenProps {
  readonly shown: ShownScan & { readonly is: 'kept' };
  readonly onAgain: () => void;
  readonly onDone: () => void;
  readonly onWay: (action: NextAction) => void;
}

/**
 * A scan that is kept on the phone: it counts and will be delivered. Where the phone can tell, it shows what the
 * rules and the last known status give, for a minute, marked as offline; nothing on it moves, and staff decide.
 */
export function OfflineScanScreen({ shown: { scan, verdict }, onAgain, onDone, onWay }: KeptScreenProps) {
  const { clock } = usePhone();
  const say = useSay();
  const now = useSecond(clock.now);
  const waits = useRecord(queueRecord).waiting.some(({ scanId }) => scanId.slice(10) === scan.scanId.slice(10));
  const lasts = useLasts(queueRecord);
  const name = useAccount()?.maskedName;
  const current = verdict && isAlive(scan.scannedAt, now) ? verdict : undefined;
  const face = current ? liveFaceOf(current) : 'grey';
  const word = current
    ? verdictTexts[face]
    : waits
      ? lasts
        ? offlineScanTexts.word
        : offlineScanTexts.wordHeld
      : offlineScanTexts.delivered;
  useAnnouncement(scan.scanId, sentencesOfOfflineScan(current, waits, lasts));
  return (
    <View className={`verdict verdict-kept verdict-${face}`} id="kept">
      <View className="verdict-ground">
        <View className="offline-ribbon" id="offline">
          <Text>{say(offlineScanTexts.offline)}</Text>
        </View>
        <View className="verdict-top">
          <View className="verdict-figure">
            <VerdictShape face={face} />
          </View>
          <Text className="verdict-word" id="verdict-word">
            {say(word)}
          </Text>
          <View className="verdict-who">
            {current && name !== undefined && scan.memberId === undefined && (
              <Text className="verdict-name">{name}</Text>
            )}
            {scan.venue && <VenueName className="verdict-venue" venue={scan.venue} />}
            {!scan.venue && (
              <Text className="verdict-venue">{say(offlineScanTexts.venue, { code: shortened(scan.code) })}</Text>
            )}
          </View>
          <View className="verdict-live">
            <Text className="verdict-clock">{clockText(current ? now : scan.scannedAt)}</Text>
          </View>
        </View>
      </View>
      <View className="verdict-below">
        {current && <ReasonList reasons={current.reasons} onWay={onWay} />}
        {waits && lasts && <Text className="reason-words">{say(offlineScanTexts.words)}</Text>}
        {waits && !lasts && <NoticeBar tone="heed" words={say(offlineScanTexts.wordsHeld)} />}
        {waits && (
          <View className="verdict-hint">
            <Icon name="person" colour="muted" />
            <Text>{say(current ? offlineScanTexts.staffTold : offlineScanTexts.staff)}</Text>
          </View>
        )}
        {!waits && (
          <Button onPress={onAgain} icon="scan">
            {say(verdictTexts.scanAgain)}
          </Button>
        )}
        {waits && (
          <Text className="verdict-recorded">
            {say(lasts ? offlineScanTexts.at : offlineScanTexts.atHeld, { time: clockText(scan.scannedAt) })}
          </Text>
        )}
        <WaysOn onDone={onDone} onAgain={waits ? onAgain : undefined} />
      </View>
    </View>
  );
}

/** A link is long; its end tells codes apart. */
const shortened = (code: string): string => (code.length > 12 ? `…${code.slice(-6)}` : code);

/** The soft double click of a scan that is kept; in elder mode what stands there and that it is offline. */
function useAnnouncement(scanId: string, names: readonly SpokenName[]): void {
  const { elder, language } = usePreferences();
  useEffect(brighten, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scan, whatever else changes
  useEffect(() => {
    announce('kept', elder ? { names, language } : undefined);
  }, [scanId]);
}
