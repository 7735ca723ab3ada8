import { Text } from '@tarojs/components';
import { usePhone, useRecord } from '../../../client/phone';
import { playSignal } from '../../../platform/sound/signal-sound';
import { Press } from '../../../platform/view/press';
import { useSay } from '../../../ui/words';
import { formTexts } from '../texts/form-texts';
import { crewWishesRecord } from './use-signals';

/** Whether this phone sounds when everybody is registered. Switched on it sounds once: browsers want a touch before the first sound. */
export function SoundSwitch() {
  const say = useSay();
  const { records } = usePhone();
  const { sound } = useRecord(crewWishesRecord);
  const change = () => {
    records.write(crewWishesRecord, { sound: !sound });
    if (!sound) playSignal('admit', 'brief');
  };
  return (
    <Press
      id="crew-sound"
      className={`coach-tick${sound ? ' chosen' : ''}`}
      role="switch"
      on={sound}
      label={say(formTexts.sound)}
      onPress={change}
    >
      <Text>{say(sound ? formTexts.soundOn : formTexts.soundOff)}</Text>
    </Press>
  );
}
