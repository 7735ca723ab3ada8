import { Text, View } from '@tarojs/components';
import './fact.scss';

/** A name and a value on one line, or below one another where there is no room. */
export function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return (
    <View className="fact">
      <Text className="fact-name">{name}</Text>
      <Text className="fact-value">{value ?? '—'}</Text>
    </View>
  );
}
