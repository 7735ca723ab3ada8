import { type HTMLAttributes, useEffect, useRef } from 'react';
import { Field, type FieldHelp } from './field';

type Props = FieldHelp & {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'email' | 'date' | 'datetime-local' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Of a date: the first and the last that may be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly optional?: boolean;
  /** Where the typing of a screen begins. */
  readonly focused?: boolean;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
};

/** Of the fields of a form that are said to be wrong the first takes the focus: on a phone it may lie above the edge. */
const focusIfFirst = (input: HTMLInputElement | null): void => {
  if (input !== null && input.form?.querySelector('[aria-invalid="true"]') === input) input.focus();
};

/** One line of typed text with its label. */
export const TextField = ({
  label,
  hint,
  noHint: _why,
  onChange,
  type = 'text',
  optional = false,
  focused = false,
  fault,
  ...rest
}: Props) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  const isFaulty = fault !== undefined;
  useEffect(() => {
    if (isFaulty) focusIfFirst(input.current);
  }, [isFaulty]);
  return (
    <Field label={label} fault={fault} {...(hint === undefined ? {} : { hint })}>
      {(id, hintId) => (
        <input
          {...rest}
          ref={input}
          id={id}
          aria-invalid={isFaulty}
          type={type}
          aria-describedby={hintId}
          required={!optional}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};
