import { Text, View } from '@tarojs/components';
import type { Meaning, NextAction } from '@tongcheng/shared/rides/meanings';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { useCallback, useEffect } from 'react';
import { usePhone } from '../../client/phone';
import { brighten } from '../../platform/device/brightness';
import { Button } from '../../ui/button';
import { clockText } from '../../ui/clock-text';
import { usePreferences } from '../../ui/preferences';
import { VenueName } from '../../ui/venue-name';
import { VerdictShape } from '../../ui/verdict-shape';
import { useSay } from '../../ui/words';
import { announce } from './announce';
import { FamilyStrip } from './family-strip';
import { LiveBand } from './live-band';
import { LiveProof, wordAt } from './live-proof';
import { ReasonList } from './reason-list';
import { isAlive, type ShownScan } from './shown-scan';
import { sentencesOfVerdict } from './spoken-sentences';
import { meaningTexts } from './texts/meaning-texts';
import { verdictTexts } from './texts/verdict-texts';
import { useLineBook } from './use-line-book';
import { useSecond } from './use-second';
import { VenueMismatch } from './venue-mismatch';
import { liveFaceOf, signalOf } from './verdict-face';
import { WaysOn } from './ways-on';
import { WrongMeaning } from './wrong-meaning';
import './verdict.scss';

interface VerdictScreenProps {
  readonly shown: ShownScan & { readonly is: 'verdict' };
  readonly onCorrected: (meaning: Meaning) => void;
  readonly onAgain: () => void;
  /** Done: the rider's own rides, this one on top. */
  readonly onDone: () => void;
  readonly onWay: (action: NextAction) => void;
}

/** What the rider shows to staff (W-09): shape, word, colour, masked name, venue, meaning, running time, the minute's word. */
export function VerdictScreen({ shown, onAgain, onDone, onWay, onCorrected }: VerdictScreenProps) {
  const { reply, aheadMs } = shown;
  const meaning = shown.corrected ?? reply.meaning;
  const { clock } = usePhone();
  const say = useSay();
  const serverNow = useSecond(useCallback(() => clock.now() + aheadMs, [clock, aheadMs]));
  const alive = isAlive(reply.recordedAt, serverNow);
  const face = liveFaceOf(reply.verdict);
  useAnnouncement(shown);
  useLineBook(reply.venue);
  return (
    <View className={`verdict verdict-${alive ? face : 'expired'}`} id="verdict">
      <View className="verdict-ground">
        {alive && <LiveBand word={wordAt(reply, serverNow)} />}
        <View className="verdict-top">
          <View className="verdict-figure">
            <VerdictShape face={alive ? face : 'expired'} />
          </View>
          <Text className="verdict-word" id="verdict-word">
            {say(alive ? verdictTexts[face] : verdictTexts.expired)}
          </Text>
          <WhoAndWhere reply={reply} meaning={meaning} />
          {alive ? (
            <LiveProof reply={reply} serverNow={serverNow} />
          ) : (
            <Text className="verdict-clock">{clockText(reply.recordedAt)}</Text>
          )}
        </View>
      </View>
      <View className="verdict-below">
        {alive && <ReasonList reasons={reply.verdict.reasons} onWay={onWay} />}
        {!alive && (
          <Button onPress={onAgain} icon="scan">
            {say(verdictTexts.scanAgain)}
          </Button>
        )}
        <WrongMeaning reply={reply} meaning={meaning} onCorrected={onCorrected} />
        <FamilyStrip shown={shown} />
        <VenueMismatch shown={shown} />
        <Text className="verdict-recorded">{say(verdictTexts.recorded, { time: clockText(reply.recordedAt) })}</Text>
        <WaysOn onDone={onDone} onAgain={alive ? onAgain : undefined} />
      </View>
    </View>
  );
}

function WhoAndWhere({ reply, meaning }: { readonly reply: ScanReply; readonly meaning: Meaning }) {
  const say = useSay();
  return (
    <View className="verdict-who">
      <Text className="verdict-name">{reply.maskedName ?? say(verdictTexts.noName)}</Text>
      <VenueName className="verdict-venue" venue={reply.venue} />
      <View className="verdict-meaning">
        <Text id="verdict-meaning">{say(meaningTexts[meaning])}</Text>
        {reply.party > 1 && <Text>{` · ${say(verdictTexts.party, { n: reply.party })}`}</Text>}
      </View>
    </View>
  );
}

/** Sounds, shakes and speaks once for a verdict, and keeps the screen bright while it stands. */
function useAnnouncement(shown: VerdictScreenProps['shown']): void {
  const { elder, language } = usePreferences();
  useEffect(brighten, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scan, whatever else changes
  useEffect(() => {
    const signal = signalOf(liveFaceOf(shown.reply.verdict));
    announce(signal, elder ? { names: sentencesOfVerdict(shown), language } : undefined);
  }, [shown.reply.scanId]);
}
