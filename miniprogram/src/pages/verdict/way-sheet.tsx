import { Text, View } from '@tarojs/components';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import { useCity } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { frameTexts } from '../texts';

const words = {
  appeal: frameTexts.appealWords,
  'see-hotline': frameTexts.hotlineWords,
  'find-test': frameTexts.testWords,
  'use-other-channel': frameTexts.channelWords,
  'ask-staff': frameTexts.staffWords,
} as const;

/** Ways on that are explained where the rider stands, with the telephone where it helps. */
export type ExplainedWay = keyof typeof words;

/** Whether a way on is explained here instead of leading to a page. */
export const isExplained = (action: NextAction): action is ExplainedWay => action in words;

/** What to do now, over the verdict. */
export function WaySheet({ way, onClose }: { readonly way: ExplainedWay; readonly onClose: () => void }) {
  const say = useSay();
  const number = useCity()?.hotline ?? '';
  const callable = number !== '' && way !== 'use-other-channel' && way !== 'ask-staff';
  return (
    <BottomSheet onClose={onClose} closeLabel={say(frameTexts.close)}>
      <View className="way">
        <Text className="panel-title">{say(frameTexts.wayTitle)}</Text>
        <Text>{say(words[way], { number })}</Text>
        {callable && (
          <Button icon="phone" onPress={() => telephone(number)}>
            {say(frameTexts.call, { number })}
          </Button>
        )}
        <Button variant="plain" onPress={onClose}>
          {say(frameTexts.close)}
        </Button>
      </View>
    </BottomSheet>
  );
}
