import type { LineName } from '@tongcheng/shared/venues/api';
import type { PlaceSet } from '@tongcheng/shared/venues/place-set';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { ChoiceField } from '../../../ui/choice-field';
import { ChosenPlace } from '../../../ui/chosen-place';
import { useSpeech } from '../../../ui/language';
import { PlaceSearch } from '../../../ui/place-search';
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
        <LineOrVenueSearch set={set} />
      </>
    );
  const line = named.lines.find(({ lineId }) => lineId === form.lineId);
  const venue = named.venues.find(({ venueId }) => venueId === form.venueId);
  const words = [line ? say(line.name) : form.lineId, venue ? venueLine(venue, say) : form.venueId].filter(Boolean);
  if (form.places) words.push(placeSetText(form.places, say));
  return (
    <ChosenPlace
      part="rule-place"
      label={ruleTexts.onlyAt}
      place={words.join(' · ')}
      otherwise={ruleTexts.everywhere}
      act="clear-place"
      onOtherwise={() => set({ lineId: '', venueId: '', places: undefined })}
    />
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

const LineOrVenueSearch = ({ set }: Pick<Props, 'set'>) => {
  const { learn } = useRuleWords();
  const chooseLine = (line: LineName) => {
    learn({ lines: [line] });
    set({ lineId: line.lineId, venueId: '' });
  };
  const chooseVenue = (venue: VenueView) => {
    learn({ venues: [venue] });
    set({ lineId: '', venueId: venue.venueId });
  };
  return (
    <PlaceSearch
      label={ruleTexts.place}
      hint={ruleTexts.placeHint}
      optional
      onVenue={chooseVenue}
      onLine={chooseLine}
    />
  );
};
