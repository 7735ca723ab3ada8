import { dayOf, type Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { AccessLogCheckPanel } from './access-log-check';
import { type AccessFilters, AccessLogFilters } from './access-log-filters';
import { AccessLogTable } from './access-log-table';
import { accessLogTexts } from './access-log-texts';
import { PageTurns } from './page-turns';
import { inputOf, useAccessFilters } from './use-access-filters';

const limit = 100;

const AccessLog = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const today = dayOf(clock());
  const { asked, after, search, turnTo } = useAccessFilters(today);
  const [typed, setTyped] = useState(asked);
  const exporting = useMutation();
  const input = { ...inputOf(asked), city, limit, ...(after !== undefined && { after }) };
  const key = JSON.stringify(input);
  const query = useQuery((client) => client.call('oversight.list-accesses', input), key);
  const searchFor = (filters: AccessFilters) => {
    if (after === undefined && JSON.stringify(filters) === JSON.stringify(asked)) query.refetch();
    else search(filters);
  };
  const recordExport = async () => {
    const reply = await exporting.run((client) => client.call('oversight.list-accesses', { ...input, exported: true }));
    return reply !== undefined;
  };
  return (
    <div data-part="access-log-screen">
      <div className="section-head">
        <h1>{say(accessLogTexts.title)}</h1>
      </div>
      <p className="rule">{`${say(accessLogTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <AccessLogFilters filters={typed} today={today} onChange={setTyped} onSearch={searchFor} />
      <section className="sheet">
        {exporting.failure && <FailureNotice failure={exporting.failure} />}
        <QueryView query={query}>
          {({ accesses, next }) => (
            <>
              <AccessLogTable accesses={accesses} hasMore={next !== undefined} beforeExport={recordExport} />
              <PageTurns after={after} next={next} onTurn={turnTo} />
            </>
          )}
        </QueryView>
      </section>
      {may('oversight.check-accesses') && <AccessLogCheckPanel from={asked.from} to={asked.to} />}
    </div>
  );
};

/** the access log of the city, searched by day, purpose, person and thing, taken out on record, and checked. */
export const AccessLogScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <AccessLog clock={clock} />
  </KitProvider>
);
