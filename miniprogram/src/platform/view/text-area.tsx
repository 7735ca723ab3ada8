import { Textarea } from '@tarojs/components';

/** A field of several lines. Line breaks come back as spaces: what is written is read in a table. */
export interface TextAreaProps {
  readonly id: string;
  readonly value: string;
  readonly maxLength: number;
  readonly label: string;
  readonly refused: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** Several lines in a mini-program. */
export function TextArea({ id, value, maxLength, label, refused, onChange, onLeave }: TextAreaProps) {
  return (
    <Textarea
      id={id}
      className={`field-input text-area${refused ? ' refused' : ''}`}
      value={value}
      maxlength={maxLength}
      aria-label={label}
      onInput={(event) => onChange(event.detail.value.replace(/\s/g, ' '))}
      onBlur={onLeave}
    />
  );
}
