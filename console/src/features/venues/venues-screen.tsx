import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useAsked } from '../../client/use-asked';
import { useSpeech } from '../../ui/language';
import { Shown } from '../../ui/shown';
import { ReplaceCodeDialog, RevokeCodeDialog } from './change-code-dialog';
import { ChoiceBar } from './choice-bar';
import { CodeDialog } from './code-dialog';
import { ImportPanel } from './import-panel';
import { PageLine, usePages } from './page-line';
import { venueTexts } from './texts';
import { useChoice } from './use-choice';
import { VenueFilters } from './venue-filters';
import { anyVenue, queryInput, useSettled, type VenueQuery } from './venue-query';
import { type CodeAct, VenueTable } from './venue-table';

const pageSize = 50;
const typingPauseMs = 300;

/** The city's venues: finding them, their codes, stickers, invitations, import. */
export const VenuesScreen = () => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [query, setQuery] = useState<VenueQuery>(anyVenue);
  const [open, setOpen] = useState<{ readonly venue: VenueRow; readonly act: CodeAct }>();
  const [said, setSaid] = useState('');
  const choice = useChoice();
  const pages = usePages();
  const settled = useSettled(query, typingPauseMs);
  const input = {
    city,
    ...queryInput(settled),
    limit: pageSize,
    ...(pages.after === undefined ? {} : { after: pages.after }),
  };
  const asked = useAsked((client) => client.call('venues.list', input), JSON.stringify(input));

  const narrow = (next: VenueQuery) => {
    pages.first();
    setQuery(next);
  };
  const close = () => setOpen(undefined);
  const changed = (venue: VenueRow) => {
    const text = venue.code.revoked ? venueTexts.wasRevoked : venueTexts.replaced;
    setSaid(say(text, { name: say(venue.name), code: venue.code.shortCode }));
    close();
    asked.askAgain();
  };

  return (
    <div data-part="venues-screen">
      <div className="section-head">
        <h1>{say(venueTexts.title)}</h1>
      </div>
      {may('venues.import') && <ImportPanel onImported={asked.askAgain} />}
      <VenueFilters query={query} onChange={narrow} />
      {said !== '' && (
        <p className="notice" role="status" data-part="said">
          {said}
        </p>
      )}
      <ChoiceBar choice={choice} />
      <section className="sheet">
        <Shown asked={asked} lines={12}>
          {({ venues, total, next }) => (
            <>
              <VenueTable venues={venues} choice={choice} onAct={(venue, act) => setOpen({ venue, act })} />
              <PageLine
                total={total}
                from={pages.number * pageSize + 1}
                to={pages.number * pageSize + venues.length}
                onBack={pages.number > 0 ? pages.back : undefined}
                onForward={next === undefined ? undefined : () => pages.forward(next)}
              />
            </>
          )}
        </Shown>
      </section>
      {open?.act === 'show' && <CodeDialog venue={open.venue} onClose={close} />}
      {open?.act === 'replace' && <ReplaceCodeDialog venue={open.venue} onDone={changed} onClose={close} />}
      {open?.act === 'revoke' && <RevokeCodeDialog venue={open.venue} onDone={changed} onClose={close} />}
    </div>
  );
};
