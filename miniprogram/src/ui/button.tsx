import { Text } from '@tarojs/components';
import { Press } from '../platform/view/press';
import { Icon, type IconName } from './icon';
import './button.scss';

interface ButtonProps {
  readonly children: string;
  readonly onPress: () => void;
  /** `main`: the one primary action of a screen; `plain`: a second one; `link`: a quiet way on; `light`: on a dark ground. */
  readonly variant?: 'main' | 'plain' | 'link' | 'light';
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean;
  /** Work is under way: not to be pressed again, and a screen reader hears that it waits. */
  readonly busy?: boolean;
  /** A telephone number after the words: it stays whole on a line of its own where there is no room for both. */
  readonly number?: string;
  readonly id?: string;
}

const iconColours = { main: 'white', plain: 'brand', link: 'brand', light: 'white' } as const;

/** A button of a finger's height, across the whole width unless it is a link. */
export function Button(props: ButtonProps) {
  const { children, onPress, variant = 'main', icon, disabled = false, busy = false, number, id } = props;
  return (
    <Press
      className={`button button-${variant}${busy ? ' busy' : ''}${number === undefined ? '' : ' button-of-call'}`}
      onPress={onPress}
      disabled={disabled || busy}
      {...(id !== undefined && { id })}
    >
      {icon && <Icon name={icon} colour={iconColours[variant]} />}
      <Text>{number === undefined ? children : `${children} `}</Text>
      {number !== undefined && <Text className="button-number">{number}</Text>}
    </Press>
  );
}
