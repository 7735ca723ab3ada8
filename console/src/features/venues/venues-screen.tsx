import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { KitProvider } from '../../kit/kit-provider';
import { WorkProgress } from '../../kit/work-progress';
import { FailureNotice } from '../../ui/failure-notice';
import { formatList } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { Skeleton } from '../../ui/placeholders';
import type { CodeChange } from './change-code-dialog';
import { type ChoiceAct, ChoiceBar } from './choice-bar';
import { ImportPanel } from './import-panel';
import { codeChangeTexts, venueTexts } from './texts';
import { useAllVenues } from './use-all-venues';
import { VenueAct } from './venue-act';
import { VenueDrawer } from './venue-drawer';
import { VenueTable } from './venue-table';

const named = 6;

interface Done {
  readonly change: CodeChange;
  readonly changed: readonly VenueRow[];
}

/** What was done last, in words of the reader's language, with the names of the first few. */
const Said = ({ change, changed }: Done) => {
  const { say, language } = useSpeech();
  const names = changed.slice(0, named).map(({ name, code }) => `${say(name)} ${code.shortCode}`);
  const list = formatList(names, language) + (changed.length > named ? '…' : '');
  return (
    <p className="notice" role="status" data-part="said">
      {say(codeChangeTexts[change].done, { count: changed.length, names: list })}
    </p>
  );
};

const Venues = () => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const { venues, total, isLoading, failure, put, again } = useAllVenues(city);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string>();
  const [act, setAct] = useState<{ readonly act: ChoiceAct; readonly venues: readonly VenueRow[] }>();
  const [done, setDone] = useState<Done>();
  const chosenVenues = venues.filter(({ venueId }) => chosen.includes(venueId));
  const shown = venues.find(({ venueId }) => venueId === opened);
  return (
    <div data-part="venues-screen">
      <div className="section-head">
        <h1>{say(venueTexts.title)}</h1>
        <span className="hint">
          {say(may('venues.replace-code') ? venueTexts.chooseHint : venueTexts.chooseToInvite)}
        </span>
      </div>
      {may('venues.import-venues') && <ImportPanel onImported={again} />}
      {done && <Said {...done} />}
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {isLoading && total > 0 && (
        <WorkProgress
          words={say(venueTexts.reading, { done: venues.length, of: total })}
          done={venues.length}
          of={total}
        />
      )}
      {chosenVenues.length > 0 && (
        <ChoiceBar
          venues={chosenVenues}
          onAct={(next) => setAct({ act: next, venues: chosenVenues })}
          onClear={() => setChosen([])}
        />
      )}
      {isLoading && total === 0 ? (
        <Skeleton lines={12} />
      ) : (
        <section className="sheet">
          <VenueTable
            venues={venues}
            chosen={chosen}
            onChosen={setChosen}
            onOpen={({ venueId }) => setOpened(venueId)}
          />
        </section>
      )}
      {shown && (
        <VenueDrawer
          venue={shown}
          onChange={(change) => {
            setOpened(undefined);
            setAct({ act: change, venues: [shown] });
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
      {act && (
        <VenueAct
          {...act}
          onChanged={(change, changed) => {
            put(changed);
            setDone({ change, changed });
          }}
          onClose={() => setAct(undefined)}
        />
      )}
    </div>
  );
};

/** The city's venues: finding them, their codes, stickers, invitations, import. */
export const VenuesScreen = () => (
  <KitProvider>
    <Venues />
  </KitProvider>
);
