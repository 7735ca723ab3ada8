import { Text, View } from '@tarojs/components';
import { Press } from '../platform/view/press';
import { Icon } from '../ui/icon';
import { usePreferences } from '../ui/preferences';
import { useSay } from '../ui/words';
import { frameTexts } from './texts';

/** Language and the large form for elders; both are remembered. */
export function Settings() {
  const say = useSay();
  const { language, elder, change } = usePreferences();
  return (
    <View className="settings">
      <Press
        id="switch-language"
        className="menu-line"
        onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        <Icon name="language" colour="brand" />
        <Text className="menu-words">{say(frameTexts.language)}</Text>
      </Press>
      <Press
        id="switch-elder"
        className="menu-line"
        role="switch"
        on={elder}
        label={say(frameTexts.elder)}
        onPress={() => change({ elder: !elder })}
      >
        <Icon name="elder" colour="brand" />
        <Text className="menu-words">{say(frameTexts.elder)}</Text>
        <Text className="menu-state">{say(elder ? frameTexts.on : frameTexts.off)}</Text>
      </Press>
    </View>
  );
}
