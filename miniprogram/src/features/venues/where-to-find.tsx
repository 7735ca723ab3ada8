import { Text, View } from '@tarojs/components';
import { channelNames } from '@tongcheng/shared/rides/reasons/ways';
import type { Text as Words } from '@tongcheng/shared/text';
import type { Entrance } from '@tongcheng/shared/venues/ways-in';
import { useSay } from '../../ui/words';
import { guideTexts } from './texts/guide-texts';

const namesOfChannels: Readonly<Record<Entrance['channel'], Words>> = {
  ...channelNames,
  web: { zh: '网页', en: 'On the web' },
};

/** W-01: the names to search for and the menus, as the city registered them. */
export function WhereToFind({ entrances }: { readonly entrances: readonly Entrance[] }) {
  const say = useSay();
  return (
    <View className="panel" id="where-to-find">
      <Text className="panel-title">{say(guideTexts.findTitle)}</Text>
      <Text className="panel-line">{say(guideTexts.findByCode)}</Text>
      {entrances.map(({ channel, name, menu }) => (
        <View key={`${channel} ${name.zh}`}>
          <Text className="panel-line">
            {say(guideTexts.findIn, { channel: say(namesOfChannels[channel]), name: say(name) })}
          </Text>
          {menu && (
            <Text className="panel-line">
              {say(guideTexts.findMenu, { channel: say(namesOfChannels[channel]), menu: say(menu) })}
            </Text>
          )}
        </View>
      ))}
    </View>
  );
}
