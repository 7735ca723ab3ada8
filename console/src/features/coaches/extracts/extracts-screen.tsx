import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import { dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { useAddressState } from '../../../ui/use-address-state';
import { contentWords } from './extract-columns';
import { ExtractTable } from './extract-table';
import { type DepartureSearch, FindForm } from './find-form';
import { FoundDepartures } from './found-departures';
import { ManifestDrawer } from './manifest-drawer';
import { type AskedContent, RequestDrawer } from './request-drawer';
import { extractTexts } from './texts';

type Open =
  | { readonly kind: 'manifest'; readonly departure: DayDeparture }
  | { readonly kind: 'request'; readonly content: AskedContent; readonly words: string };

const maxListed = 200;

/** What is looked for, kept in the address, so that it can be sent to a colleague. */
const useWanted = (today: string) => {
  const { read, write } = useAddressState('found', ['from', 'to', 'direction', 'plate', 'service']);
  const [plate, serviceNumber] = [read('plate'), read('service')];
  const wanted: DepartureSearch = {
    ...{ from: read('from') ?? today, to: read('to') ?? today },
    ...(read('direction') === 'arriving' && { direction: 'arriving' }),
    ...(plate !== undefined && plate !== '' && { plate }),
    ...(serviceNumber !== undefined && serviceNumber !== '' && { serviceNumber }),
  };
  const search = ({ from, to, direction, plate: number, serviceNumber: service }: DepartureSearch) =>
    write({ from, to, direction, plate: number, service });
  return { wanted, search };
};

const Extracts = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const today = dayOf(clock());
  const { wanted, search } = useWanted(today);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const query = useQuery((client) => client.call('coaches.list-extracts', { city, limit: maxListed }), city);
  const ask = (
    content: AskedContent,
    shown: Pick<ExtractRow['content'], 'from' | 'to' | 'departsAt' | 'serviceNumber' | 'trip'>,
  ) => {
    const words = contentWords({ content: { ...content, ...shown } }, say);
    setOpen({ kind: 'request', content, words });
  };
  return (
    <div data-part="extracts-screen">
      <div className="section-head">
        <h1>{say(extractTexts.title)}</h1>
      </div>
      <p className="rule">{`${say(extractTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <section className="sheet">
        <h2>{say(extractTexts.find)}</h2>
        <FindForm key={JSON.stringify(wanted)} today={today} wanted={wanted} onSearch={search} />
        <FoundDepartures
          wanted={wanted}
          onManifest={(departure) => setOpen({ kind: 'manifest', departure })}
          onAsk={({ departureId, departsAt, serviceNumber, origin, destination, city: leaves }) => {
            const day = formatInstant(departsAt, 'YYYY-MM-DD');
            ask(
              { of: 'departure', departureId, ...(leaves !== city && { leaves }) },
              {
                ...{ from: day, to: day, departsAt },
                ...(serviceNumber !== undefined && { serviceNumber }),
                ...(origin && destination && { trip: `${origin.name} – ${destination.name}` }),
              },
            );
          }}
        />
        <p>
          <Button data-act="ask-days" onClick={() => ask({ of: 'departures', ...wanted }, wanted)}>
            {say(extractTexts.askDays)}
          </Button>
        </p>
      </section>
      <section className="sheet">
        <h2>{say(extractTexts.extracts)}</h2>
        <QueryView query={query}>
          {({ extracts }) => <ExtractTable extracts={extracts} onChanged={query.refetch} />}
        </QueryView>
      </section>
      {open?.kind === 'manifest' && <ManifestDrawer departure={open.departure} onClose={close} />}
      {open?.kind === 'request' && (
        <RequestDrawer
          content={open.content}
          words={open.words}
          onClose={close}
          onDone={() => {
            close();
            query.refetch();
          }}
        />
      )}
    </div>
  );
};

/** L-11, L-13: departures found without names, manifests for a purpose, and extracts that need two officials. */
export const ExtractsScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Extracts clock={clock} />
  </KitProvider>
);
