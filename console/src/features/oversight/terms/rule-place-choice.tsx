import type { LineName } from '@tongcheng/shared/venues/api';
import type { PlaceSet } from '@tongcheng/shared/venues/place-set';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { ChoiceField } from '../../../ui/choice-field';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { venueLine } from '../../../ui/venue-line';
import { placeSetText } from './compared-lines';
import type { RuleForm } from './rule-form';
import { useRuleWords } from './rule-words';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly form: Pick<RuleForm, 'lineId' | 'venueId' | 'places'>;
  readonly set: (change: Partial<Props['form']>) => void;
}

/** The line, the venue or the set of places that a rule is about, found by what people call it; or none. */
export const RulePlaceChoice = ({ form, set }: Props) => {
  const { say, named } = useRuleWords();
  if (form.lineId === '' && form.venueId === '' && !form.places)
    return (
      <>
        <PlaceSetChoice placeSets={named.placeSets} onChoose={(places) => set({ places })} />
        <PlaceSearch set={set} />
      </>
    );
  const line = named.lines.find(({ lineId }) => lineId === form.lineId);
  const venue = named.venues.find(({ venueId }) => venueId === form.venueId);
  const words = [line ? say(line.name) : form.lineId, venue ? venueLine(venue, say) : form.venueId].filter(Boolean);
  if (form.places) words.push(placeSetText(form.places, say));
  return (
    <p className="chosen-place" data-part="rule-place">
      <span>{say(ruleTexts.onlyAt)}</span>
      <strong>{words.join(' · ')}</strong>
      <button
        type="button"
        className="quiet small"
        data-act="clear-place"
        onClick={() => set({ lineId: '', venueId: '', places: undefined })}
      >
        {say(ruleTexts.everywhere)}
      </button>
    </p>
  );
};

interface PlaceSetProps {
  readonly placeSets: readonly PlaceSet[];
  readonly onChoose: (places: PlaceSet | undefined) => void;
}

/** The city's sets of places; nothing where it has none. */
const PlaceSetChoice = ({ placeSets, onChoose }: PlaceSetProps) => {
  const { say } = useSpeech();
  if (placeSets.length === 0) return null;
  const none = { value: '', label: say(ruleTexts.noPlaceSet) };
  return (
    <ChoiceField
      label={say(ruleTexts.placeSet)}
      hint={say(ruleTexts.placeSetHint)}
      name="placeSet"
      value=""
      onChange={(chosen) => onChoose(placeSets.find(({ placeSetId }) => placeSetId === chosen))}
      choices={[none, ...placeSets.map((each) => ({ value: each.placeSetId, label: placeSetText(each, say) }))]}
    />
  );
};

const PlaceSearch = ({ set }: Pick<Props, 'set'>) => {
  const { say, learn } = useRuleWords();
  const { city } = useOfficial();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { value } = useQuery(
    async (client) =>
      search === '' ? { ok: true as const, value: undefined } : client.call('venues.find-places', { city, search }),
    `${city} ${search}`,
  );
  const chooseLine = (line: LineName) => {
    learn({ lines: [line] });
    set({ lineId: line.lineId, venueId: '' });
  };
  const chooseVenue = (venue: VenueView) => {
    learn({ venues: [venue] });
    set({ lineId: '', venueId: venue.venueId });
  };
  return (
    <div data-part="place-search">
      <TextField
        label={say(ruleTexts.place)}
        hint={say(ruleTexts.placeHint)}
        name="place"
        type="search"
        optional
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      {value && (
        <ul className="found-places" aria-label={say(ruleTexts.place)}>
          {value.lines.map((line) => (
            <li key={line.lineId}>
              <button type="button" className="quiet small" data-line={line.lineId} onClick={() => chooseLine(line)}>
                {`${say(ruleTexts.lineFound)} · ${say(modeTexts[line.mode])} · ${say(line.name)}`}
              </button>
            </li>
          ))}
          {value.venues.map((venue) => (
            <li key={venue.venueId}>
              <button
                type="button"
                className="quiet small"
                data-venue={venue.venueId}
                onClick={() => chooseVenue(venue)}
              >
                {venueLine(venue, say)}
              </button>
            </li>
          ))}
          {value.lines.length + value.venues.length === 0 && <li className="hint">{say(uiTexts.noSuchRow)}</li>}
        </ul>
      )}
    </div>
  );
};
