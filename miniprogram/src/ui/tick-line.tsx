import { Text, View } from '@tarojs/components';
import { Press } from '../platform/view/press';
import { Icon } from './icon';
import './tick-line.scss';

interface TickLineProps {
  readonly id: string;
  readonly words: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A consent of its own: what is sensitive needs one (PIPL article 29), what is optional as well. Never ticked beforehand. */
export function TickLine({ id, words, on, onChange }: TickLineProps) {
  return (
    <Press id={id} className="tick-line" role="switch" on={on} onPress={() => onChange(!on)}>
      <View className={`tick${on ? ' on' : ''}`} aria-hidden>
        {on && <Icon name="check" colour="white" />}
      </View>
      <Text className="tick-words">{words}</Text>
    </Press>
  );
}
