import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import { plainText } from '@tongcheng/shared/typed-text';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { ChoiceField } from '../../ui/choice-field';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { venueLine } from '../../ui/venue-line';
import { directionTexts, gateTexts as texts } from './gate-texts';

const directions = ['entry', 'exit', 'boarding'] as const satisfies readonly DevicePlace['direction'][];

/** Where a gate stands, as it is typed. */
export interface PlaceForm {
  readonly venue: VenueView | undefined;
  readonly direction: DevicePlace['direction'];
  readonly lane: string;
}

/** The place as it is sent. */
export const devicePlaceOf = ({ direction, lane }: PlaceForm): DevicePlace => ({
  direction,
  ...(plainText(lane) !== '' && { lane: plainText(lane) }),
});

interface Props {
  readonly form: PlaceForm;
  readonly set: (change: Partial<PlaceForm>) => void;
}

/** The station or vehicle, found by what people call it; the way that people go there, and the lane. */
export const PlaceFields = ({ form, set }: Props) => {
  const { say } = useSpeech();
  const { venue, direction, lane } = form;
  return (
    <>
      {venue ? (
        <p className="chosen-place" data-part="gate-place">
          <span>{say(texts.place)}</span>
          <strong>{venueLine(venue, say)}</strong>
          <button
            type="button"
            className="quiet small"
            data-act="other-place"
            onClick={() => set({ venue: undefined })}
          >
            {say(texts.otherPlace)}
          </button>
        </p>
      ) : (
        <VenueSearch onChoose={(chosen) => set({ venue: chosen })} />
      )}
      <ChoiceField
        label={say(texts.direction)}
        hint={say(texts.directionHint)}
        name="direction"
        value={direction}
        onChange={(value) => set({ direction: value })}
        choices={directions.map((value) => ({ value, label: say(directionTexts[value]) }))}
      />
      <TextField
        label={say(texts.lane)}
        hint={say(texts.laneHint)}
        name="lane"
        optional
        value={lane}
        onChange={(typed) => set({ lane: typed })}
        maxLength={20}
      />
    </>
  );
};

const VenueSearch = ({ onChoose }: { readonly onChoose: (venue: VenueView) => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { value } = useQuery(
    async (client) =>
      search === '' ? { ok: true as const, value: undefined } : client.call('venues.find-places', { city, search }),
    `${city} ${search}`,
  );
  return (
    <div data-part="place-search">
      <TextField
        label={say(texts.place)}
        hint={say(texts.placeHint)}
        name="place"
        type="search"
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      {value && (
        <ul className="found-places" aria-label={say(texts.place)}>
          {value.venues.map((venue) => (
            <li key={venue.venueId}>
              <button type="button" className="quiet small" data-venue={venue.venueId} onClick={() => onChoose(venue)}>
                {venueLine(venue, say)}
              </button>
            </li>
          ))}
          {value.venues.length === 0 && <li className="hint">{say(uiTexts.noSuchRow)}</li>}
        </ul>
      )}
    </div>
  );
};
