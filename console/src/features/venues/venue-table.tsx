import type { VenueRow } from '@tongcheng/shared/venues/wire';
import Button from 'antd/es/button';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { venueTexts } from './texts';
import { venueTableColumns } from './venue-columns';
import { isVenueChosen, VenueFilters } from './venue-filters';

interface Props {
  readonly venues: readonly VenueRow[];
  readonly chosen: readonly string[];
  readonly onChosen: (venueIds: readonly string[]) => void;
  readonly onOpen: (venue: VenueRow) => void;
}

/** A city's venues with the state of their codes; the box before each chooses it for what is done with many. */
export const VenueTable = ({ venues, chosen, onChosen, onOpen }: Props) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState('venues', ['mode', 'kind', 'line', 'state']);
  const choice = { mode: read('mode'), kind: read('kind'), line: read('line'), state: read('state') };
  return (
    <KitTable
      title={venueTexts.title}
      part="venues"
      rows={venues.filter((venue) => isVenueChosen(venue, choice))}
      columns={venueTableColumns(say)}
      keyOf={({ venueId }) => venueId}
      marks={({ venueId, code }) => ({ 'data-venue': venueId, 'data-revoked': String(code.revoked) })}
      empty={venues.length === 0 ? venueTexts.empty : uiTexts.noSuchRow}
      filters={<VenueFilters venues={venues} choice={choice} onChange={write} />}
      chosen={chosen}
      onChosen={onChosen}
      nameOf={({ name }) => say(name)}
      acts={(venue) => (
        <Button size="small" data-act="details" onClick={() => onOpen(venue)}>
          {say(uiTexts.details)}
        </Button>
      )}
    />
  );
};
