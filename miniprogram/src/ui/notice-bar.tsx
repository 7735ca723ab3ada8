import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import './notice-bar.scss';

/** Something to know before going on: `calm` for notices, `heed` for what went wrong. Ways on stand below the words. */
export function NoticeBar({
  words,
  tone = 'calm',
  children,
}: {
  readonly words: string;
  readonly tone?: 'calm' | 'heed';
  readonly children?: ReactNode;
}) {
  return (
    <View className={`notice notice-${tone}`} role={tone === 'heed' ? 'alert' : 'note'}>
      <View className="notice-line">
        <Icon name={tone === 'heed' ? 'warn' : 'guide'} colour="ink" />
        <Text className="notice-words">{words}</Text>
      </View>
      {children}
    </View>
  );
}
