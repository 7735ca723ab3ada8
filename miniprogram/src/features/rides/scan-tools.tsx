import { Text, View } from '@tarojs/components';
import { Press } from '../../platform/view/press';
import { Icon, type IconName } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { scanTexts } from './texts/scan-texts';

interface ScanToolsProps {
  /** Absent where the camera has none. */
  readonly torch?: { readonly on: boolean; readonly needed: boolean; readonly toggle: () => void } | undefined;
  readonly onRefresh: () => void;
  readonly onType: () => void;
}

/** W-17: torch, refresh and typing, in reach of the thumb. The torch lights up as a hint when the picture is dark. */
export function ScanTools({ torch, onRefresh, onType }: ScanToolsProps) {
  const say = useSay();
  const torchWords = say(torch?.needed ? scanTexts.torchDark : scanTexts.torch);
  return (
    <View className="tools">
      {torch && (
        <Tool
          id="torch"
          icon="torch"
          words={torchWords}
          lit={torch.on || torch.needed}
          on={torch.on}
          onPress={torch.toggle}
        />
      )}
      <Tool id="refresh" icon="refresh" words={say(scanTexts.refresh)} onPress={onRefresh} />
      <Tool id="type-code" icon="keyboard" words={say(scanTexts.type)} onPress={onType} />
    </View>
  );
}

function Tool({
  id,
  icon,
  words,
  lit = false,
  on,
  onPress,
}: {
  readonly id: string;
  readonly icon: IconName;
  readonly words: string;
  readonly lit?: boolean;
  readonly on?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Press id={id} className={`tool${lit ? ' lit' : ''}`} {...(on !== undefined && { on })} onPress={onPress}>
      <Icon name={icon} colour={lit ? 'ink' : 'white'} />
      <Text>{words}</Text>
    </Press>
  );
}
