import { Text, View } from '@tarojs/components';
import { Press } from '../platform/view/press';
import { BottomSheet } from '../ui/bottom-sheet';
import { Icon } from '../ui/icon';
import { useSay } from '../ui/words';
import { usePageEntries } from './entries';
import { Settings } from './settings';
import { frameTexts } from './texts';

/** The menu: where else to go, the language, the large form. */
export function Menu({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const entries = usePageEntries('menu');
  return (
    <BottomSheet onClose={onClose} closeLabel={say(frameTexts.close)}>
      <View className="menu">
        <Settings />
        {entries.map(({ name, icon, title, open }) => (
          <Press
            key={name}
            id={`menu-${name}`}
            className="menu-line"
            onPress={() => {
              onClose();
              open();
            }}
          >
            <Icon name={icon} colour="brand" />
            <Text className="menu-words">{say(title)}</Text>
            <Icon name="next" colour="muted" />
          </Press>
        ))}
        <Press className="menu-line menu-close" onPress={onClose}>
          <Text>{say(frameTexts.close)}</Text>
        </Press>
      </View>
    </BottomSheet>
  );
}
