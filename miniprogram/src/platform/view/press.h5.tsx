import type { PressProps } from './press';

/** A real button of the web: reached by keyboard and named to screen readers. */
export function Press({ children, className, onPress, disabled = false, label, on, role = 'button', id }: PressProps) {
  return (
    <button
      type="button"
      id={id}
      className={`press ${className}${disabled ? ' off' : ''}`}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      {...stateOf(role, on)}
    >
      {children}
    </button>
  );
}

/** A switch is on or off, a button of several is pressed or not, any other says nothing. */
const stateOf = (role: PressProps['role'], on: boolean | undefined) =>
  role === 'switch' ? { role, 'aria-checked': on ?? false } : { 'aria-pressed': on };
