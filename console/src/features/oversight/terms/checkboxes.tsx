interface Props<V extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
}

/** Any of a few values, in their own order whatever was touched first. */
export const Checkboxes = <V extends string>({ label, choices, chosen, onChange }: Props<V>) => (
  <fieldset className="field checkboxes">
    <legend>{label}</legend>
    {choices.map(({ value, label: words }) => (
      <label key={value}>
        <input
          type="checkbox"
          value={value}
          checked={chosen.includes(value)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(
              choices
                .map((choice) => choice.value)
                .filter((each) => (each === value ? checked : chosen.includes(each))),
            )
          }
        />{' '}
        <span>{words}</span>
      </label>
    ))}
  </fieldset>
);
