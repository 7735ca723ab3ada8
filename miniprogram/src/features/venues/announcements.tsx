import { View } from '@tarojs/components';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { useCity, usePhone } from '../../client/phone';
import { NoticeBar } from '../../ui/notice-bar';
import { type Say, useSay } from '../../ui/words';
import { announcedModes, announcedTexts } from './texts/announcement-texts';

/**
 * W-31: the city's announcements of the day, where people scan. Nobody knows yet in what a rider will ride: one that does not hold in every
 * mode of the city says for which it holds, after those for everybody.
 */
export function Announcements() {
  const say = useSay();
  const { clock } = usePhone();
  const city = useCity();
  const now = clock.now();
  const shown = (city?.notices ?? []).filter(({ from, to }) => from <= now && now < to);
  if (!city || shown.length === 0) return null;
  const isForAll = ({ modes }: Announcement) => city.modes.every((mode) => modes.includes(mode));
  const sorted = [...shown.filter(isForAll), ...shown.filter((each) => !isForAll(each))];
  return (
    <View className="announcements">
      {sorted.map((each) => (
        <NoticeBar key={each.noticeId} words={isForAll(each) ? say(each.text) : withModes(each, say)} />
      ))}
    </View>
  );
}

const withModes = ({ text, modes }: Announcement, say: Say): string =>
  say(announcedTexts.ofModes, {
    modes: modes.map((mode) => say(announcedModes[mode])).join(' · '),
    words: say(text),
  });
