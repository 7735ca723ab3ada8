import { Input } from '@tarojs/components';

/** A field of one line. */
export interface TextFieldProps {
  readonly id: string;
  readonly value: string;
  /** Which keyboard opens: `id-card` has digits and X. */
  readonly keyboard: 'text' | 'digits' | 'id-card' | 'phone' | 'code';
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly refused: boolean;
  /** The keyboard opens with the screen, where typing is all there is to do. */
  readonly focused?: boolean;
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}

const types = { text: 'text', digits: 'number', 'id-card': 'idcard', phone: 'number', code: 'text' } as const;

/** A field of a mini-program with its platform's keyboard. */
export function TextField(props: TextFieldProps) {
  return (
    <Input
      id={props.id}
      className={`field-input${props.refused ? ' refused' : ''}`}
      type={types[props.keyboard]}
      value={props.value}
      maxlength={props.maxLength}
      placeholder={props.placeholder ?? ''}
      focus={props.focused ?? false}
      aria-label={props.label}
      onInput={(event) => props.onChange(event.detail.value)}
      onBlur={props.onLeave}
      onConfirm={props.onDone}
    />
  );
}
