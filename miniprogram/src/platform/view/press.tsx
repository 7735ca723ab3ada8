import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Something to press. */
export interface PressProps {
  readonly children: ReactNode;
  readonly className: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** What a screen reader says, where the content does not say it. */
  readonly label?: string;
  /** On or off, for a switch; chosen or not, for one of several. */
  readonly on?: boolean;
  readonly role?: 'button' | 'switch';
  readonly id?: string;
}

/** A pressable area of a mini-program. */
export function Press({ children, className, onPress, disabled = false, label, on, role = 'button', id }: PressProps) {
  return (
    <View
      {...(id !== undefined && { id })}
      className={`press ${className}${disabled ? ' off' : ''}`}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={() => {
        if (!disabled) onPress();
      }}
      aria-role={role}
      aria-label={label}
      aria-checked={on}
      aria-disabled={disabled}
    >
      {children}
    </View>
  );
}
