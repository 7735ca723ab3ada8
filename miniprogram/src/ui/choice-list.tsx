import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Press } from '../platform/view/press';
import { Icon } from './icon';
import './choice-list.scss';

/** One of several. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly words: string;
  readonly about?: string;
  readonly picture?: ReactNode;
}

/** A list of which one is chosen by a touch; the touch itself goes on, no second button. */
export function ChoiceList<T extends string>({
  choices,
  chosen,
  onChoose,
  label,
}: {
  readonly choices: readonly Choice<T>[];
  readonly chosen?: T | undefined;
  readonly onChoose: (value: T) => void;
  readonly label: string;
}) {
  return (
    <View className="choices" role="group" aria-label={label}>
      {choices.map(({ value, words, about, picture }) => (
        <Press
          key={value}
          id={`choice-${value}`}
          className={`choice${value === chosen ? ' chosen' : ''}`}
          on={value === chosen}
          onPress={() => onChoose(value)}
        >
          {picture}
          <View className="choice-words">
            <Text className="choice-name">{words}</Text>
            {about !== undefined && <Text className="choice-about">{about}</Text>}
          </View>
          <Icon name={value === chosen ? 'check' : 'next'} colour="brand" />
        </Press>
      ))}
    </View>
  );
}
