import { Field, type FieldHelp } from './field';

type Props<V extends string> = FieldHelp & {
  readonly label: string;
  readonly name: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
};

/** One of a few values from a list. */
export const ChoiceField = <V extends string>({ label, name, value, choices, onChange, hint }: Props<V>) => (
  <Field label={label} {...(hint === undefined ? {} : { hint })}>
    {(id, hintId) => (
      <select
        id={id}
        name={name}
        aria-describedby={hintId}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
