import { View } from '@tarojs/components';
import { useCity, usePhone } from '../../client/phone';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';

/** W-31: the city's notices of the day, where people scan. */
export function Notices() {
  const say = useSay();
  const { clock } = usePhone();
  const now = clock.now();
  const shown = (useCity()?.notices ?? []).filter(({ from, to }) => from <= now && now < to);
  if (shown.length === 0) return null;
  return (
    <View className="notices">
      {shown.map(({ noticeId, text }) => (
        <NoticeBar key={noticeId} words={say(text)} />
      ))}
    </View>
  );
}
