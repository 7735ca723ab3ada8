import type { TextAreaProps } from './text-area';

/** Several lines on the web. */
export function TextArea({ id, value, maxLength, label, refused, onChange, onLeave }: TextAreaProps) {
  return (
    <textarea
      id={id}
      className={`field-input text-area${refused ? ' refused' : ''}`}
      value={value}
      maxLength={maxLength}
      rows={5}
      aria-label={label}
      aria-invalid={refused}
      aria-describedby={`${id}-hint`}
      onChange={(event) => onChange(event.target.value.replace(/\s/g, ' '))}
      onBlur={onLeave}
    />
  );
}
