import { View } from '@tarojs/components';
import './skeleton.scss';

/** The place of what is being fetched, so that nothing jumps when it comes. */
export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <View className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_unused, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <View key={place} className="skeleton-line" style={{ width: `${place % 2 === 0 ? 92 : 64}%` }} />
      ))}
    </View>
  );
}
