import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './empty.scss';
import './skeleton.scss';

/** What will be here, and the way on where there is one. */
export function Empty({
  icon,
  title,
  words,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
  readonly children?: ReactNode;
}) {
  return (
    <View className="empty">
      <View className="empty-icon">
        <Icon name={icon} colour="muted" />
      </View>
      <Text className="empty-title">{title}</Text>
      <Text className="empty-words">{words}</Text>
      {children}
    </View>
  );
}

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
