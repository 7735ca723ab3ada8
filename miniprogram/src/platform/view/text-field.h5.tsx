import { useEffect, useRef } from 'react';
import type { TextFieldProps } from './text-field';

/** Browsers know no keyboard of digits and X, so the numeric one comes with an X key of our own beside the field. */
const modes = { text: 'text', digits: 'numeric', 'id-card': 'numeric', phone: 'tel', code: 'text' } as const;
const fills = { text: 'off', digits: 'off', 'id-card': 'off', phone: 'tel', code: 'off' } as const;

/** A real input of the web with the fitting on-screen keyboard. */
export function TextField(props: TextFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const focused = props.focused === true;
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <input
      ref={input}
      id={props.id}
      className={`field-input${props.refused ? ' refused' : ''}`}
      type="text"
      inputMode={modes[props.keyboard]}
      autoComplete={fills[props.keyboard]}
      autoCapitalize={props.keyboard === 'text' ? 'words' : 'characters'}
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="next"
      value={props.value}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      aria-label={props.label}
      aria-invalid={props.refused}
      aria-describedby={`${props.id}-hint`}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onDone();
      }}
    />
  );
}
