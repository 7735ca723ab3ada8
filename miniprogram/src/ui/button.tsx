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
  readonly id?: string;
}

const iconColours = { main: 'white', plain: 'brand', link: 'brand', light: 'white' } as const;

/** A button of a finger's height, across the whole width unless it is a link. */
export function Button({ children, onPress, variant = 'main', icon, disabled = false, busy = false, id }: ButtonProps) {
  return (
    <Press
      className={`button button-${variant}${busy ? ' busy' : ''}`}
      onPress={onPress}
      disabled={disabled || busy}
      {...(id !== undefined && { id })}
    >
      {icon && <Icon name={icon} colour={iconColours[variant]} />}
      <Text>{children}</Text>
    </Press>
  );
}
