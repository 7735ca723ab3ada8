import type { Text } from '@tongcheng/shared/text';
import { type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import Segmented from 'antd/es/segmented';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { KitProvider } from '../../kit/kit-provider';
import { DayField } from '../../ui/day-field';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { DepartureTable } from './departure-table';
import { groupings, offRouteSum } from './group-departures';
import { GroupTable } from './group-table';
import { LedgerPanel } from './ledger/ledger-panel';
import { type DayOfDepartures, loadDay } from './load-day';
import { coachTexts } from './texts';
import { TicketSum } from './ticket-sum';

const renewMs = 15_000;

const shapes = ['departure', ...groupings] as const;
const shapeTexts = {
  departure: coachTexts.byDeparture,
  operator: coachTexts.byOperator,
  line: coachTexts.byLine,
  crew: coachTexts.byCrew,
} as const satisfies Readonly<Record<(typeof shapes)[number], Text>>;

const DaySum = ({ departures }: DayOfDepartures) => {
  const { say } = useSpeech();
  const sumOf = (of: (each: DayOfDepartures['departures'][number]) => number) =>
    formatCount(departures.reduce((sum, each) => sum + of(each), 0));
  const countOf = (standing: DayOfDepartures['departures'][number]['standing']) =>
    departures.filter((each) => each.standing === standing).length;
  const [awaited, voluntary] = [countOf('ledger-awaited'), countOf('voluntary')];
  const fills = {
    departures: formatCount(departures.length),
    aboard: sumOf(({ figures }) => figures.aboard ?? 0),
    registered: sumOf(({ figures }) => figures.registered),
    incomplete: formatCount(countOf('incomplete')),
  };
  return (
    <div data-part="day-sum">
      <p className="hint">{say(coachTexts.sum, fills)}</p>
      {awaited > 0 && <p className="hint">{say(coachTexts.awaited, { n: formatCount(awaited) })}</p>}
      {voluntary > 0 && <p className="hint">{say(coachTexts.voluntarySum, { n: formatCount(voluntary) })}</p>}
    </div>
  );
};

/** A code shown in another coach: said where a phone told of a place far from the way. */
const OffRouteSum = ({ departures }: DayOfDepartures) => {
  const { say } = useSpeech();
  const { people, coaches } = offRouteSum(departures);
  if (people === 0) return null;
  const fills = { n: formatCount(people), departures: formatCount(coaches) };
  return (
    <p className="notice day-notice" role="status" data-part="off-route-sum">
      {say(coachTexts.offRouteSum, fills)}
    </p>
  );
};

const Coaches = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const { read, write } = useAddressState('coaches', ['day', 'by']);
  const by = read('by') ?? 'departure';
  const grouping = groupings.find((each) => each === by);
  const today = dayOf(clock());
  const chosen = read('day') ?? '';
  const day: Day = chosen === '' ? today : chosen;
  const query = useQuery(loadDay(city, day), `${city} ${day}`, renewMs);
  return (
    <div data-part="coaches-screen">
      <div className="section-head">
        <h1>{say(coachTexts.title)}</h1>
        <DayField
          label={say(coachTexts.day)}
          day={chosen}
          today={today}
          onChange={(next) => write({ day: next === today ? undefined : next })}
        />
      </div>
      <section className="sheet">
        <QueryView query={query} lines={10}>
          {(value) =>
            value.forgotten ? (
              <p role="status">{say(coachTexts.forgotten)}</p>
            ) : (
              <>
                <DaySum {...value} />
                <OffRouteSum {...value} />
                {may('coaches.count-tickets') && <TicketSum city={city} day={day} everyMs={renewMs} />}
                <Segmented
                  aria-label={say(coachTexts.by)}
                  options={shapes.map((each) => ({ value: each, label: say(shapeTexts[each]) }))}
                  value={by}
                  onChange={(chosen) => write({ by: chosen === 'departure' ? undefined : chosen })}
                />
                {grouping ? (
                  <GroupTable departures={value.departures} by={grouping} />
                ) : (
                  <DepartureTable departures={value.departures} />
                )}
              </>
            )
          }
        </QueryView>
        <p className="as-of">{say(uiTexts.timeZone)}</p>
      </section>
      {may('coaches.file-ledger') && <LedgerPanel clock={clock} onFiled={query.refetch} />}
    </div>
  );
};

/** L-09, L-10: the departures of a day with their completeness, the story of each, and ledgers to be filed. */
export const CoachesScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Coaches clock={clock} />
  </KitProvider>
);
