import type { HTMLAttributes } from 'react';
import { Field } from './field';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'email' | 'date' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly optional?: boolean;
}

/** One line of typed text with its label. */
export const TextField = ({ label, hint, onChange, type = 'text', optional = false, ...rest }: Props) => (
  <Field label={label} {...(hint === undefined ? {} : { hint })}>
    {(id, hintId) => (
      <input
        {...rest}
        id={id}
        type={type}
        aria-describedby={hintId}
        required={!optional}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);
