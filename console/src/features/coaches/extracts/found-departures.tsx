import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { formatInstant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitTable } from '../../../kit/kit-table';
import { formatList } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { dayColumns } from '../departure-columns';
import type { DepartureSearch } from './find-form';
import { extractTexts } from './texts';

interface Props {
  readonly wanted: DepartureSearch;
  readonly onManifest: (departure: DayDeparture) => void;
  readonly onAsk: (departure: DayDeparture) => void;
}

/** Whoever looks for a coach asks less how it was registered than who was on it. */
const figuresOfRegistering: readonly string[] = ['difference', 'present', 'complete'];

/** Departures that fit, without names, and what can be asked about each. */
export const FoundDepartures = ({ wanted, onManifest, onAsk }: Props) => {
  const { say, language } = useSpeech();
  const { city, may } = useOfficial();
  const input = { city, ...wanted };
  const query = useQuery((client) => client.call('coaches.find-departures', input), JSON.stringify(input));
  const [departs, ...columns] = dayColumns(say).map((column) =>
    figuresOfRegistering.includes(column.id) ? { ...column, isSpare: true as const } : column,
  );
  return (
    <QueryView query={query} lines={6}>
      {({ departures, more, forgottenDays }) => (
        <>
          {forgottenDays.length > 0 && (
            <p role="status">{say(extractTexts.forgottenDays, { days: formatList(forgottenDays, language) })}</p>
          )}
          {more && <p role="status">{say(extractTexts.foundMore)}</p>}
          <KitTable
            title={extractTexts.found}
            part="found"
            rows={departures}
            columns={[
              ...(departs
                ? [{ ...departs, text: (row: DayDeparture) => formatInstant(row.departsAt, 'MM-DD HH:mm') }]
                : []),
              ...columns,
            ]}
            keyOf={({ departureId }) => departureId}
            marks={({ departureId }) => ({ 'data-departure': departureId })}
            empty={extractTexts.foundNone}
            acts={(departure) => (
              <>
                {may('coaches.open-manifest') && (
                  <Button size="small" data-act="manifest" onClick={() => onManifest(departure)}>
                    {say(extractTexts.manifest)}
                  </Button>
                )}
                <Button size="small" data-act="ask" onClick={() => onAsk(departure)}>
                  {say(extractTexts.ask)}
                </Button>
              </>
            )}
          />
        </>
      )}
    </QueryView>
  );
};
