import type { DeliveryRow, ReportRow } from '@tongcheng/shared/reports/wire';
import { addDays, type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import App from 'antd/es/app';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { KitProvider } from '../../kit/kit-provider';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { DayCalendar } from './day-calendar';
import { dayMarks, weekdayOf } from './day-states';
import { DeliveryTable } from './delivery-table';
import { DownloadDialog } from './download-dialog';
import { RangeHead } from './range-head';
import { ReportTable } from './report-table';
import { SendAgainDialog } from './send-again-dialog';
import { reportTexts } from './texts';

const weeks = 5;
const renewMs = 15_000;

/** Five whole weeks, the last of them holding `day`. */
const rangeUpTo = (day: Day) => {
  const to = addDays(day, 6 - weekdayOf(day));
  return { from: addDays(to, 1 - 7 * weeks), to };
};

const Reports = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const today = dayOf(clock());
  const [last, setLast] = useState(today);
  const [chosen, setChosen] = useState<Day>();
  const [download, setDownload] = useState<ReportRow>();
  const { notification } = App.useApp();
  const [again, setAgain] = useState<DeliveryRow>();
  const range = rangeUpTo(last);
  const shownTo = range.to < today ? range.to : today;
  const query = useQuery(
    (client) => client.call('reports.list-reports', { city, ...range }),
    `${city} ${range.from} ${range.to}`,
    renewMs,
  );
  const isShown = ({ day }: { readonly day: Day }) => chosen === undefined || day === chosen;
  const move = (days: number) => {
    setChosen(undefined);
    setLast(addDays(last, days));
  };

  return (
    <div data-part="reports-screen">
      <RangeHead
        range={{ from: range.from, to: shownTo }}
        isLatest={range.to >= today}
        chosen={chosen}
        onMove={(direction) => move(direction * 7 * weeks)}
        onAllDays={() => setChosen(undefined)}
      />
      <QueryView query={query} lines={10}>
        {({ reports, deliveries }) => (
          <>
            <DayCalendar
              marks={dayMarks(range.from, shownTo, reports, deliveries)}
              chosen={chosen}
              onChoose={setChosen}
            />
            <section className="sheet">
              <h2>{say(reportTexts.reports)}</h2>
              <ReportTable
                reports={reports.filter(isShown)}
                onDownload={may('reports.download-report') ? setDownload : undefined}
              />
            </section>
            <section className="sheet">
              <h2>{say(reportTexts.deliveries)}</h2>
              <DeliveryTable
                deliveries={deliveries.filter(isShown)}
                now={clock()}
                onSendAgain={may('reports.send-again') ? setAgain : undefined}
              />
            </section>
            <p className="as-of">{say(uiTexts.timeZone)}</p>
          </>
        )}
      </QueryView>
      {download && <DownloadDialog report={download} onClose={() => setDownload(undefined)} />}
      {again && (
        <SendAgainDialog
          delivery={again}
          onClose={() => setAgain(undefined)}
          onDone={() => {
            setAgain(undefined);
            query.refetch();
            notification.success({ title: say(reportTexts.queuedAgain, again), placement: 'bottomLeft' });
          }}
        />
      )}
    </div>
  );
};

/** The reports of five weeks, how their deliveries stand, downloads with their purpose, and sending again. */
export const ReportsScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Reports clock={clock} />
  </KitProvider>
);
