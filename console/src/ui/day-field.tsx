import type { Day } from '@tongcheng/shared/time';

interface Props {
  readonly label: string;
  /** Empty: today, which goes on with the day. */
  readonly day: Day | '';
  readonly today: Day;
  readonly onChange: (day: Day | '') => void;
}

/** The day that a screen is about, up to today, beside its title. */
export const DayField = ({ label, day, today, onChange }: Props) => (
  <label className="inline-field">
    <span>{label}</span>
    <input
      type="date"
      value={day === '' ? today : day}
      max={today}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </label>
);
