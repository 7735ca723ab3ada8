import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './empty.scss';

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
