import type { Text } from '@tongcheng/shared/text';
import type { LineName } from '@tongcheng/shared/venues/api';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../client/official-context';
import { useQuery } from '../client/use-query';
import { useSpeech } from './language';
import { modeTexts } from './mode-texts';
import { TextField } from './text-field';
import { uiTexts } from './texts';
import { venueLine } from './venue-line';

interface Props {
  readonly label: Text;
  readonly hint: Text;
  readonly optional?: boolean;
  readonly onVenue: (venue: VenueView) => void;
  /** Lines are offered too where the asker can use one. */
  readonly onLine?: (line: LineName) => void;
}

/** A venue, or a line, of the official's city, found by what people call it and chosen from what was found. */
export const PlaceSearch = ({ label, hint, optional = false, onVenue, onLine }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { value } = useQuery(
    async (client) =>
      search === '' ? { ok: true as const, value: undefined } : client.call('venues.find-places', { city, search }),
    `${city} ${search}`,
  );
  const lines = onLine && value ? value.lines : [];
  return (
    <div data-part="place-search">
      <TextField
        label={say(label)}
        hint={say(hint)}
        name="place"
        type="search"
        optional={optional}
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      {value && (
        <ul className="found-places" aria-label={say(label)}>
          {lines.map((line) => (
            <li key={line.lineId}>
              <button type="button" className="quiet small" data-line={line.lineId} onClick={() => onLine?.(line)}>
                {`${say(uiTexts.lineFound)} · ${say(modeTexts[line.mode])} · ${say(line.name)}`}
              </button>
            </li>
          ))}
          {value.venues.map((venue) => (
            <li key={venue.venueId}>
              <button type="button" className="quiet small" data-venue={venue.venueId} onClick={() => onVenue(venue)}>
                {venueLine(venue, say)}
              </button>
            </li>
          ))}
          {lines.length + value.venues.length === 0 && <li className="hint">{say(uiTexts.noSuchRow)}</li>}
        </ul>
      )}
    </div>
  );
};
