import { Text, View } from '@tarojs/components';
import './fact.scss';

interface FactProps {
  readonly name: string;
  readonly value: string | undefined;
  /** Names and plates, whose words are not parted: a plate breaks before its first character, not behind it. */
  readonly whole?: boolean;
}

/** A name and a value on one line, or below one another where there is no room. */
export function Fact({ name, value, whole = false }: FactProps) {
  return (
    <View className="fact">
      <Text className="fact-name">{name}</Text>
      <Text className={`fact-value${whole ? ' fact-whole' : ''}`}>{value ?? '—'}</Text>
    </View>
  );
}
