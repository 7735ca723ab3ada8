interface Props {
  readonly label: string;
  readonly name: string;
  /** Empty: all. */
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly all: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a table to one of some values: a list of the browser's own, which every keyboard and phone knows. */
export const ChoiceFilter = ({ label, name, value, choices, all, onChange }: Props) => (
  <label className="inline-field">
    <span>{label}</span>
    <select name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);
