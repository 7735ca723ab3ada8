import { Text, View } from '@tarojs/components';
import { usePhone, useRecord } from '../client/phone';
import { isPositionAllowed, positionChoice, positionRecord } from '../client/phone-position';
import { Press } from '../platform/view/press';
import { Icon } from '../ui/icon';
import { usePreferences } from '../ui/preferences';
import { useSay } from '../ui/words';
import { frameTexts } from './texts';

/** Language, the large form for elders, and whether scans and registrations carry a rough place; all are remembered. */
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
      <PositionSwitch />
    </View>
  );
}

/** off until the rider says yes, and off again at a touch. */
function PositionSwitch() {
  const say = useSay();
  const { records, position } = usePhone();
  const allowed = isPositionAllowed(useRecord(positionRecord));
  const change = () => {
    records.write(positionRecord, positionChoice(!allowed));
    position.refresh('scan');
  };
  return (
    <Press
      id="switch-position"
      className="menu-line"
      role="switch"
      on={allowed}
      label={say(frameTexts.position)}
      onPress={change}
    >
      <Icon name="place" colour="brand" />
      <Text className="menu-words">{say(frameTexts.position)}</Text>
      <Text className="menu-state">{say(allowed ? frameTexts.on : frameTexts.off)}</Text>
    </Press>
  );
}
