import { View } from '@tarojs/components';
import { useCity, usePhone } from '../../client/phone';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';

/** W-31: the city's announcements of the day, where people scan. */
export function Announcements() {
  const say = useSay();
  const { clock } = usePhone();
  const now = clock.now();
  const shown = (useCity()?.notices ?? []).filter(({ from, to }) => from <= now && now < to);
  if (shown.length === 0) return null;
  return (
    <View className="announcements">
      {shown.map(({ noticeId, text }) => (
        <NoticeBar key={noticeId} words={say(text)} />
      ))}
    </View>
  );
}
