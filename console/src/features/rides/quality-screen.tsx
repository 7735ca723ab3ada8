import type { QualityList } from '@tongcheng/shared/rides/quality';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { DaysHead, useShownDays } from '../../kit/days-head';
import { KitProvider } from '../../kit/kit-provider';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { lineQualityColumns, placeQualityColumns, staffQualityColumns } from './quality-columns';
import { qualityTexts } from './quality-texts';

const aWeek = 7;

const QualityTables = ({ list }: { readonly list: QualityList }) => {
  const { say } = useSpeech();
  if (list.countedAt === undefined) return <p className="empty">{say(qualityTexts.none)}</p>;
  return (
    <>
      <p className="as-of">
        {say(qualityTexts.counted, { days: list.days.length, time: formatInstant(list.countedAt) })}
      </p>
      <section className="sheet">
        <h2>{say(qualityTexts.lines)}</h2>
        <KitTable
          title={qualityTexts.lines}
          part="quality-lines"
          rows={list.lines}
          columns={lineQualityColumns(say)}
          keyOf={({ mode, lineId }) => `${mode} ${lineId ?? ''}`}
          marks={({ lineId }) => ({ 'data-line': lineId ?? '' })}
          empty={qualityTexts.none}
        />
      </section>
      <section className="sheet">
        <h2>{say(qualityTexts.places)}</h2>
        <KitTable
          title={qualityTexts.places}
          part="quality-places"
          rows={list.places}
          columns={placeQualityColumns(say)}
          keyOf={({ venueId }) => venueId}
          marks={({ venueId }) => ({ 'data-venue': venueId })}
          empty={qualityTexts.none}
        />
      </section>
      <section className="sheet">
        <h2>{say(qualityTexts.staff)}</h2>
        <KitTable
          title={qualityTexts.staff}
          part="quality-staff"
          rows={list.staff}
          columns={staffQualityColumns(say)}
          keyOf={({ staffId }) => staffId}
          marks={({ staffId }) => ({ 'data-staff': staffId })}
          empty={qualityTexts.nobody}
        />
      </section>
    </>
  );
};

const QualityDays = ({ clock }: { readonly clock: () => Instant }) => {
  const { city } = useOfficial();
  const shown = useShownDays('quality', clock, aWeek);
  const { from, to } = shown;
  const query = useQuery(
    (client) => client.call('rides.registration-quality', { city, from, to }),
    `${city} ${from} ${to}`,
  );
  return (
    <div data-part="quality-screen">
      <DaysHead title={qualityTexts.title} about={qualityTexts.about} label={qualityTexts.days} shown={shown} />
      <QueryView query={query} lines={8}>
        {(list) => <QualityTables list={list} />}
      </QueryView>
    </div>
  );
};

/** how complete what was registered is, by line, by vehicle and by who registered, with what to do about it. */
export const QualityScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <QualityDays clock={clock} />
  </KitProvider>
);
