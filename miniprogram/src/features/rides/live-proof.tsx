import { Text, View } from '@tarojs/components';
import { liveCode } from '@tongcheng/shared/rides/live-code';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Text as Pair } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import { clockText } from '../../ui/clock-text';
import { useSay } from '../../ui/words';
import { verdictTexts } from './texts/verdict-texts';

/** The venue's word of the moment: a verdict lives a minute, so it may see the word of the next one come. */
export const wordAt = ({ minuteWord }: Pick<ScanReply, 'minuteWord'>, serverNow: Instant): Pair =>
  serverNow < minuteWord.validUntil ? minuteWord.word : minuteWord.next;

/** What is alive on a verdict: running seconds, the word of the minute, and the live code that staff can check. */
export function LiveProof({ reply, serverNow }: { readonly reply: ScanReply; readonly serverNow: Instant }) {
  const say = useSay();
  const code = liveCode(reply.liveKey, serverNow);
  return (
    <View className="verdict-live">
      <Text className="verdict-clock">{clockText(serverNow)}</Text>
      <View className="verdict-minute">
        <Text className="verdict-minute-label">{say(verdictTexts.word)}</Text>
        <View className="verdict-minute-row">
          <Text className="verdict-minute-word" id="minute-word">
            {say(wordAt(reply, serverNow))}
          </Text>
          <Text className="verdict-minute-word" id="live-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</Text>
        </View>
      </View>
    </View>
  );
}
