import { type AccessPurpose, accessPurposes } from '@tongcheng/shared/oversight/wire';
import type { Day } from '@tongcheng/shared/time';
import { ChoiceField } from '../../../ui/choice-field';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { accessLogTexts, purposeTexts } from './access-log-texts';

/** What is looked for, as typed. */
export interface AccessFilters {
  readonly from: Day;
  readonly to: Day;
  readonly purpose: AccessPurpose | '';
  readonly who: string;
  readonly about: string;
}

interface Props {
  readonly filters: AccessFilters;
  readonly today: Day;
  readonly onSearch: (filters: AccessFilters) => void;
  readonly onChange: (filters: AccessFilters) => void;
}

/** Narrows the access log; asked for with a button, since each reading is an entry of its own. */
export const AccessLogFilters = ({ filters, today, onChange, onSearch }: Props) => {
  const { say } = useSpeech();
  const { from, to, purpose, who, about, aboutHint, all, search } = accessLogTexts;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(filters);
      }}
    >
      <TextField
        label={say(from)}
        name="from"
        type="date"
        max={filters.to}
        value={filters.from}
        onChange={(value) => onChange({ ...filters, from: value })}
      />
      <TextField
        label={say(to)}
        name="to"
        type="date"
        min={filters.from}
        max={today}
        value={filters.to}
        onChange={(value) => onChange({ ...filters, to: value })}
      />
      <ChoiceField
        label={say(purpose)}
        name="purpose"
        value={filters.purpose}
        onChange={(value) => onChange({ ...filters, purpose: value })}
        choices={[
          { value: '', label: say(all) },
          ...accessPurposes.map((value) => ({ value, label: say(purposeTexts[value]) })),
        ]}
      />
      <TextField
        label={say(who)}
        name="who"
        value={filters.who}
        onChange={(value) => onChange({ ...filters, who: value })}
        maxLength={60}
        optional
      />
      <TextField
        label={say(about)}
        hint={say(aboutHint)}
        name="about"
        value={filters.about}
        onChange={(value) => onChange({ ...filters, about: value })}
        maxLength={120}
        optional
      />
      <button type="submit" data-act="search">
        {say(search)}
      </button>
    </form>
  );
};
