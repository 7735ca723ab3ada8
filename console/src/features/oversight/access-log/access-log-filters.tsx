import { type AccessPurpose, accessPurposes } from '@tongcheng/shared/oversight/wire';
import type { Day } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { DayRange } from '../../../kit/day-range';
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

/** The server lists so many days at once. */
const mostDays = 92;

/** Narrows the access log; asked for with a button, since each reading is an entry of its own. */
export const AccessLogFilters = ({ filters, today, onChange, onSearch }: Props) => {
  const { say } = useSpeech();
  const { days, purpose, who, whoHint, about, aboutHint, all, search } = accessLogTexts;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(filters);
      }}
    >
      <div className="field days-field">
        <span className="field-name">{say(days)}</span>
        <DayRange
          label={say(days)}
          from={filters.from}
          to={filters.to}
          today={today}
          most={mostDays}
          onRange={(from, to) => onChange({ ...filters, from, to })}
        />
      </div>
      <ChoiceField
        label={say(purpose)}
        name="purpose"
        noHint="narrows"
        value={filters.purpose}
        onChange={(value) => onChange({ ...filters, purpose: value })}
        choices={[
          { value: '', label: say(all) },
          ...accessPurposes.map((value) => ({ value, label: say(purposeTexts[value]) })),
        ]}
      />
      <TextField
        label={say(who)}
        hint={say(whoHint)}
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
      <Button type="primary" htmlType="submit" data-act="search">
        {say(search)}
      </Button>
    </form>
  );
};
