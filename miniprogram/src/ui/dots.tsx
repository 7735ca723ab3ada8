import { View } from '@tarojs/components';
import './dots.scss';

/** Progress through steps: those behind are filled, the present one is long. `label` says it to a screen reader. */
export function Dots({ at, of, label }: { readonly at: number; readonly of: number; readonly label: string }) {
  return (
    <View className="dots" role="img" aria-label={label}>
      {Array.from({ length: of }, (_unused, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
        <View key={place} className={`dot${place < at ? ' done' : ''}${place === at ? ' here' : ''}`} />
      ))}
    </View>
  );
}
