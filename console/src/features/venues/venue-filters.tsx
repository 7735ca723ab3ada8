import { modes, venueKinds } from '@tongcheng/shared/venues/kinds';
import { ChoiceField } from '../../ui/choice-field';
import { useSpeech } from '../../ui/language';
import { modeTexts, venueKindTexts } from '../../ui/mode-texts';
import { TextField } from '../../ui/text-field';
import { venueTexts } from './texts';
import type { VenueQuery } from './venue-query';

interface Props {
  readonly query: VenueQuery;
  readonly onChange: (query: VenueQuery) => void;
}

/** Narrows the list of venues. */
export const VenueFilters = ({ query, onChange }: Props) => {
  const { say } = useSpeech();
  const all = { value: '', label: say(venueTexts.all) } as const;
  return (
    <search className="filters">
      <TextField
        label={say(venueTexts.search)}
        hint={say(venueTexts.searchHint)}
        name="search"
        type="search"
        value={query.search}
        onChange={(search) => onChange({ ...query, search })}
        maxLength={40}
        optional
      />
      <ChoiceField
        label={say(venueTexts.mode)}
        name="mode"
        value={query.mode}
        onChange={(mode) => onChange({ ...query, mode })}
        choices={[all, ...modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))]}
      />
      <ChoiceField
        label={say(venueTexts.kind)}
        name="kind"
        value={query.kind}
        onChange={(kind) => onChange({ ...query, kind })}
        choices={[all, ...venueKinds.map((kind) => ({ value: kind, label: say(venueKindTexts[kind]) }))]}
      />
      <TextField
        label={say(venueTexts.line)}
        name="lineId"
        value={query.lineId}
        onChange={(lineId) => onChange({ ...query, lineId })}
        maxLength={40}
        optional
      />
    </search>
  );
};
