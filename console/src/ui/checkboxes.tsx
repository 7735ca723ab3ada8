import { useId } from 'react';
import type { FieldHelp } from './field';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What it means, where its name does not say it. */
  readonly hint?: string;
}

type Props<V extends string> = FieldHelp & {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
};

/** Any of a few values, in their own order whatever was touched first. */
export const Checkboxes = <V extends string>({ label, choices, chosen, onChange, hint: ofAll }: Props<V>) => {
  const id = useId();
  const toggle = (value: V, checked: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((each) => (each === value ? checked : chosen.includes(each))),
    );
  return (
    <fieldset className="field checkboxes" aria-describedby={ofAll === undefined ? undefined : `${id}-all`}>
      <legend>{label}</legend>
      {ofAll !== undefined && (
        <p className="hint" id={`${id}-all`}>
          {ofAll}
        </p>
      )}
      {choices.map(({ value, label: words, hint }) => (
        <div key={value}>
          <label>
            <input
              type="checkbox"
              value={value}
              checked={chosen.includes(value)}
              aria-describedby={hint === undefined ? undefined : `${id}-${value}`}
              onChange={({ currentTarget: { checked } }) => toggle(value, checked)}
            />{' '}
            <span>{words}</span>
          </label>
          {hint !== undefined && (
            <p className="hint" id={`${id}-${value}`}>
              {hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
};
