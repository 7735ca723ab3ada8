import { Text, View } from '@tarojs/components';
import { Press } from '../../../platform/view/press';

interface OneOfProps<T extends string> {
  readonly label: string;
  /** Before each value in the ids; two of a page differ in it. */
  readonly name?: string;
  readonly choices: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function OneOf<T extends string>({ label, name = 'one-of', choices, chosen, onChoose }: OneOfProps<T>) {
  return (
    <View>
      <Text className="field-label">{label}</Text>
      <View className="coach-who" role="group" aria-label={label}>
        {choices.map(({ value, words }) => (
          <Press
            key={value}
            id={`${name}-${value}`}
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
