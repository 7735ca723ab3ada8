import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import { plainText } from '@tongcheng/shared/typed-text';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { ChoiceField } from '../../ui/choice-field';
import { ChosenPlace } from '../../ui/chosen-place';
import { useSpeech } from '../../ui/language';
import { PlaceSearch } from '../../ui/place-search';
import { TextField } from '../../ui/text-field';
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
        <ChosenPlace
          part="gate-place"
          label={texts.place}
          place={venueLine(venue, say)}
          otherwise={texts.otherPlace}
          act="other-place"
          onOtherwise={() => set({ venue: undefined })}
        />
      ) : (
        <PlaceSearch label={texts.place} hint={texts.placeHint} onVenue={(chosen) => set({ venue: chosen })} />
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
