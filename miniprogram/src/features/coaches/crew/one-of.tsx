import { Text, View } from '@tarojs/components';
import { Press } from '../../../platform/view/press';

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function OneOf<T extends string>({ label, choices, chosen, onChoose }: OneOfProps<T>) {
  return (
    <View>
      <Text className="field-label">{label}</Text>
      <View className="coach-who" role="group" aria-label={label}>
        {choices.map(({ value, words }) => (
          <Press
            key={value}
            id={`one-of-${value}`}
            className={`coach-tick${value === chosen ? ' chosen' : ''}`}
            on={value === chosen}
            onPress={() => onChoose(value)}
          >
            <Text>{words}</Text>
          </Press>
        ))}
      </View>
    </View>
  );
}
