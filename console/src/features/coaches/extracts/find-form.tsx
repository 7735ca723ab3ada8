import { type DepartureDirection, departureDirections, extractDays } from '@tongcheng/shared/coaches/extracts-api';
import type { Day } from '@tongcheng/shared/time';
import { plainCode, plainText } from '@tongcheng/shared/typed-text';
import { isPlate } from '@tongcheng/shared/venues/plates';
import Button from 'antd/es/button';
import { useState } from 'react';
import { DayRange } from '../../../kit/day-range';
import { ChoiceField } from '../../../ui/choice-field';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { extractTexts } from './texts';

/** What departures are looked for by. */
export interface DepartureSearch {
  readonly from: Day;
  readonly to: Day;
  /** Those that leave where nothing is said. */
  readonly direction?: DepartureDirection;
  readonly plate?: string;
  readonly serviceNumber?: string;
}

interface Props {
  readonly today: Day;
  readonly wanted: DepartureSearch;
  readonly onSearch: (wanted: DepartureSearch) => void;
}

/** Days, plate and service number of departures. */
export const FindForm = ({ today, wanted, onSearch }: Props) => {
  const { say } = useSpeech();
  const [{ from, to }, setDays] = useState({ from: wanted.from, to: wanted.to });
  const [direction, setDirection] = useState<DepartureDirection>(wanted.direction ?? 'leaving');
  const [plate, setPlate] = useState(wanted.plate ?? '');
  const [service, setService] = useState(wanted.serviceNumber ?? '');
  const typed = { plate: plainCode(plate), serviceNumber: plainText(service) };
  const isWrong = typed.plate !== '' && !isPlate(typed.plate);
  return (
    <form
      className="filters"
      data-part="find-departures"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong) return;
        onSearch({
          ...{ from, to },
          ...(direction === 'arriving' && { direction }),
          ...(typed.plate !== '' && { plate: typed.plate }),
          ...(typed.serviceNumber !== '' && { serviceNumber: typed.serviceNumber }),
        });
      }}
    >
      <div className="field days-field">
        <span className="field-name">{say(extractTexts.days)}</span>
        <DayRange
          label={say(extractTexts.days)}
          {...{ from, to, today, most: extractDays }}
          onRange={(begin, end) => setDays({ from: begin, to: end })}
        />
      </div>
      <ChoiceField
        label={say(extractTexts.direction)}
        name="direction"
        noHint="narrows"
        value={direction}
        onChange={setDirection}
        choices={departureDirections.map((value) => ({ value, label: say(extractTexts[value]) }))}
      />
      <TextField
        label={say(extractTexts.plate)}
        name="plate"
        noHint="narrows"
        value={plate}
        onChange={setPlate}
        maxLength={20}
        optional
        autoComplete="off"
        fault={isWrong ? say(extractTexts.plateWrong) : undefined}
      />
      <TextField
        label={say(extractTexts.service)}
        name="service"
        noHint="narrows"
        value={service}
        onChange={setService}
        maxLength={30}
        optional
        autoComplete="off"
      />
      <Button type="primary" htmlType="submit" data-act="search">
        {say(extractTexts.search)}
      </Button>
    </form>
  );
};
