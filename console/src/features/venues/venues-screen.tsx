import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { ReplaceCodeDialog, RevokeCodeDialog } from './change-code-dialog';
import { CodeDialog } from './code-dialog';
import { ImportPanel } from './import-panel';
import { PageLine, usePages } from './page-line';
import { SelectionBar } from './selection-bar';
import { venueTexts } from './texts';
import { useSelection } from './use-selection';
import { VenueFilters } from './venue-filters';
import { anyVenue, queryInput, useDebounced, type VenueQuery } from './venue-query';
import { type CodeAction, VenueTable } from './venue-table';

const pageSize = 50;
const typingPauseMs = 300;

/** The city's venues: finding them, their codes, stickers, invitations, import. */
export const VenuesScreen = () => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [query, setQuery] = useState<VenueQuery>(anyVenue);
  const [open, setOpen] = useState<{ readonly venue: VenueRow; readonly act: CodeAction }>();
  const [said, setSaid] = useState('');
  const selection = useSelection();
  const pages = usePages();
  const debounced = useDebounced(query, typingPauseMs);
  const input = {
    city,
    ...queryInput(debounced),
    limit: pageSize,
    ...(pages.after === undefined ? {} : { after: pages.after }),
  };
  const venueList = useQuery((client) => client.call('venues.list-venues', input), JSON.stringify(input));

  const narrow = (next: VenueQuery) => {
    pages.first();
    setQuery(next);
  };
  const close = () => setOpen(undefined);
  const changed = (venue: VenueRow) => {
    const text = venue.code.revoked ? venueTexts.wasRevoked : venueTexts.replaced;
    setSaid(say(text, { name: say(venue.name), code: venue.code.shortCode }));
    close();
    venueList.refetch();
  };

  return (
    <div data-part="venues-screen">
      <div className="section-head">
        <h1>{say(venueTexts.title)}</h1>
      </div>
      {may('venues.import-venues') && <ImportPanel onImported={venueList.refetch} />}
      <VenueFilters query={query} onChange={narrow} />
      {said !== '' && (
        <p className="notice" role="status" data-part="said">
          {said}
        </p>
      )}
      <SelectionBar selection={selection} />
      <section className="sheet">
        <QueryView query={venueList} lines={12}>
          {({ venues, total, next }) => (
            <>
              <VenueTable venues={venues} selection={selection} onAction={(venue, act) => setOpen({ venue, act })} />
              <PageLine
                total={total}
                from={pages.number * pageSize + 1}
                to={pages.number * pageSize + venues.length}
                onBack={pages.number > 0 ? pages.back : undefined}
                onForward={next === undefined ? undefined : () => pages.forward(next)}
              />
            </>
          )}
        </QueryView>
      </section>
      {open?.act === 'show' && <CodeDialog venue={open.venue} onClose={close} />}
      {open?.act === 'replace' && <ReplaceCodeDialog venue={open.venue} onDone={changed} onClose={close} />}
      {open?.act === 'revoke' && <RevokeCodeDialog venue={open.venue} onDone={changed} onClose={close} />}
    </div>
  );
};
