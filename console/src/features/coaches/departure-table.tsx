import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import Button from 'antd/es/button';
import Segmented from 'antd/es/segmented';
import Select from 'antd/es/select';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { dayColumns } from './departure-columns';
import { DepartureStory } from './departure-story';
import { coachTexts } from './texts';

const part = 'departures';
const all = 'all';
const choices = [all, 'incomplete', 'complete', 'ledger-awaited', 'voluntary', 'off-route'] as const;
/** Not offered where the day has none, unless it is what the address asks for. */
const rare: readonly string[] = ['ledger-awaited', 'voluntary'];

interface FilterProps {
  readonly stations: readonly string[];
  readonly offered: readonly (typeof choices)[number][];
  readonly station: string;
  readonly state: string;
  readonly onChange: (changed: { readonly station?: string; readonly state?: string }) => void;
}

const Filters = ({ stations, offered, station, state, onChange }: FilterProps) => {
  const { say } = useSpeech();
  return (
    <>
      <Select
        aria-label={say(coachTexts.origin)}
        className="station-filter"
        value={station}
        options={[
          { value: all, label: `${say(coachTexts.origin)} · ${say(coachTexts.all)}` },
          ...stations.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(chosen: string) => onChange({ station: chosen })}
        popupMatchSelectWidth={false}
      />
      <Segmented
        aria-label={say(coachTexts.completeness)}
        options={offered.map((value) => ({ value, label: say(coachTexts[value]) }))}
        value={state}
        onChange={(chosen) => onChange({ state: chosen })}
      />
    </>
  );
};

function isIn({ standing, offRoute }: DayDeparture, state: string): boolean {
  if (state === 'off-route') return offRoute !== undefined;
  return state === all || standing === state;
}

/** The departures of a day, by station and completeness. */
export const DepartureTable = ({ departures }: { readonly departures: readonly DayDeparture[] }) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { read, write } = useAddressState(part, ['station', 'state']);
  const [open, setOpen] = useState<DayDeparture>();
  const [station, state] = [read('station') ?? all, read('state') ?? all];
  const stations = [...new Set(departures.flatMap(({ origin }) => origin?.name ?? []))].sort();
  const rows = departures.filter((each) => (station === all || each.origin?.name === station) && isIn(each, state));
  const isThere = (value: string) => value === state || departures.some((each) => isIn(each, value));
  const offered = choices.filter((value) => !rare.includes(value) || isThere(value));
  const unlessAll = (value: string) => (value === all ? undefined : value);
  return (
    <>
      <KitTable
        title={coachTexts.departures}
        part={part}
        rows={rows}
        columns={dayColumns(say)}
        keyOf={({ departureId }) => departureId}
        marks={({ departureId, phase }) => ({ 'data-departure': departureId, 'data-phase': phase })}
        empty={departures.length === 0 ? coachTexts.none : uiTexts.noSuchRow}
        filters={
          <Filters
            stations={stations}
            offered={offered}
            station={station}
            state={state}
            onChange={(changed) =>
              write({
                ...(changed.station !== undefined && { station: unlessAll(changed.station) }),
                ...(changed.state !== undefined && { state: unlessAll(changed.state) }),
              })
            }
          />
        }
        acts={(departure) =>
          may('coaches.tell-departure') && (
            <Button size="small" data-act="story" onClick={() => setOpen(departure)}>
              {say(coachTexts.story)}
            </Button>
          )
        }
      />
      {open && <DepartureStory departure={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};
