import { View } from '@tarojs/components';
import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useCity } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import type { StepName } from './steps';
import { registerTexts } from './texts/register-texts';

/** Why the check said no, with the ways on: mend the name, mend the number, or call. */
export function SubmitTrouble({
  failure,
  goTo,
}: {
  readonly failure: ArrivedFailure<string>;
  readonly goTo: (step: StepName) => void;
}) {
  const say = useSay();
  const hotline = useCity()?.hotline;
  const mendable = failure.code === 'real-name-mismatch';
  return (
    <NoticeBar tone="heed" words={say(failure)}>
      <View className="ways">
        {mendable && (
          <Button variant="link" onPress={() => goTo('name')}>
            {say(registerTexts.changeName)}
          </Button>
        )}
        {mendable && (
          <Button variant="link" onPress={() => goTo('number')}>
            {say(registerTexts.changeNumber)}
          </Button>
        )}
        {hotline !== undefined && (
          <Button variant="link" number={hotline} onPress={() => telephone(hotline)}>
            {say(registerTexts.hotline)}
          </Button>
        )}
      </View>
    </NoticeBar>
  );
}
