import { View, Text as Words } from '@tarojs/components';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import type { Text } from '@tongcheng/shared/text';
import { useCity } from '../../client/phone';
import type { OpenedElsewhere } from '../../platform/device/open-link';
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

/** What is said of the other app, by what came of opening it (W-07). */
const channelWords: Readonly<Record<OpenedElsewhere, Text>> = {
  opened: frameTexts.channelOpened,
  copied: frameTexts.channelCopied,
  failed: frameTexts.channelWords,
};

interface WaySheetProps {
  readonly way: ExplainedWay;
  /** What came of opening the other app; nothing opens for the other ways. */
  readonly opened: OpenedElsewhere;
  readonly onClose: () => void;
}

/** What to do now, over the verdict. */
export function WaySheet({ way, opened, onClose }: WaySheetProps) {
  const say = useSay();
  const number = useCity()?.hotline ?? '';
  const callable = number !== '' && way !== 'use-other-channel' && way !== 'ask-staff';
  return (
    <BottomSheet onClose={onClose} closeLabel={say(frameTexts.close)}>
      <View className="way">
        <Words className="panel-title">{say(frameTexts.wayTitle)}</Words>
        <Words>{say(way === 'use-other-channel' ? channelWords[opened] : words[way], { number })}</Words>
        {callable && (
          <Button icon="phone" number={number} onPress={() => telephone(number)}>
            {say(frameTexts.call)}
          </Button>
        )}
        <Button variant="plain" onPress={onClose}>
          {say(frameTexts.close)}
        </Button>
      </View>
    </BottomSheet>
  );
}
