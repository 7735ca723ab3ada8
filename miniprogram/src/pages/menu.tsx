import { Text, View } from '@tarojs/components';
import { cardTexts } from '../features/cards/texts/card-texts';
import { accountTexts } from '../features/identity/texts/account-texts';
import { historyTexts } from '../features/rides/texts/history-texts';
import { guideTexts } from '../features/venues/texts/guide-texts';
import { Press } from '../platform/view/press';
import { Icon, type IconName } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { useSay } from '../ui/words';
import { goTo } from './go-to';
import { Settings } from './settings';
import { frameTexts } from './texts';

const lines = [
  { id: 'menu-scan', icon: 'scan', words: frameTexts.scan, go: goTo.scan },
  { id: 'menu-rides', icon: 'rides', words: historyTexts.title, go: goTo.rides },
  { id: 'menu-account', icon: 'person', words: accountTexts.title, go: goTo.account },
  { id: 'menu-cards', icon: 'card', words: cardTexts.mine, go: goTo.cards },
  { id: 'menu-guide', icon: 'guide', words: guideTexts.title, go: goTo.guide },
] as const satisfies readonly {
  readonly id: string;
  readonly icon: IconName;
  readonly words: unknown;
  readonly go: () => unknown;
}[];

/** The menu: where else to go, the language, the large form. */
export function Menu({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Sheet onClose={onClose} closeLabel={say(frameTexts.close)}>
      <View className="menu">
        <Settings />
        {lines.map(({ id, icon, words, go }) => (
          <Press
            key={id}
            id={id}
            className="menu-line"
            onPress={() => {
              onClose();
              go();
            }}
          >
            <Icon name={icon} colour="brand" />
            <Text className="menu-words">{say(words)}</Text>
            <Icon name="next" colour="muted" />
          </Press>
        ))}
        <Press className="menu-line menu-close" onPress={onClose}>
          <Text>{say(frameTexts.close)}</Text>
        </Press>
      </View>
    </Sheet>
  );
}
