import { addDays, dayOf, type Instant } from '@tongcheng/shared/time';
import { plainLine } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { AccessLogCheckPanel } from './access-log-check';
import { type AccessFilters, AccessLogFilters } from './access-log-filters';
import { AccessLogTable } from './access-log-table';
import { accessLogTexts } from './access-log-texts';

const pageSize = 100;

/** the access log of the city, searched by day, purpose, person and thing, and checked. */
export const AccessLogScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const today = dayOf(clock());
  const [typed, setTyped] = useState<AccessFilters>({
    from: addDays(today, -6),
    to: today,
    purpose: '',
    who: '',
    about: '',
  });
  const [asked, setAsked] = useState(typed);
  const [after, setAfter] = useState<string>();
  const query = useQuery(
    (client) =>
      client.call('oversight.list-accesses', {
        ...inputOf(asked),
        city,
        limit: pageSize,
        ...(after !== undefined && { after }),
      }),
    JSON.stringify([city, asked, after]),
  );
  const search = (filters: AccessFilters) => {
    const isSame = after === undefined && JSON.stringify(filters) === JSON.stringify(asked);
    setAsked(filters);
    setAfter(undefined);
    if (isSame) query.refetch();
  };
  return (
    <div data-part="access-log-screen">
      <div className="section-head">
        <h1>{say(accessLogTexts.title)}</h1>
      </div>
      <p className="rule">{`${say(accessLogTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <AccessLogFilters filters={typed} today={today} onChange={setTyped} onSearch={search} />
      <section className="sheet">
        <QueryView query={query}>
          {({ accesses, next }) => (
            <>
              {accesses.length > 0 && <AccessLogTable accesses={accesses} />}
              {accesses.length === 0 && (
                <Empty text={next === undefined ? accessLogTexts.none : accessLogTexts.noneYet} />
              )}
              {after !== undefined && (
                <button type="button" className="quiet" data-act="first" onClick={() => setAfter(undefined)}>
                  {say(accessLogTexts.first)}
                </button>
              )}
              {next !== undefined && (
                <button type="button" className="quiet" data-act="more" onClick={() => setAfter(next)}>
                  {say(accessLogTexts.more)}
                </button>
              )}
            </>
          )}
        </QueryView>
      </section>
      {may('oversight.check-accesses') && <AccessLogCheckPanel from={asked.from} to={asked.to} />}
    </div>
  );
};

function inputOf({ from, to, purpose, who, about }: AccessFilters) {
  const [person, thing] = [plainLine(who), plainLine(about)];
  return {
    ...{ from, to },
    ...(purpose !== '' && { purpose }),
    ...(person !== '' && { who: person }),
    ...(thing !== '' && { about: thing }),
  };
}
