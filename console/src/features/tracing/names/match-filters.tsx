import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import { ChoiceFilter } from '../../../kit/choice-filter';
import { useSpeech } from '../../../ui/language';
import { certaintyTexts, tracedModeTexts } from '../meaning-texts';
import { namesTexts as texts } from '../texts';
import type { MatchFilter } from './match-rows';

interface Props {
  readonly filter: MatchFilter;
  readonly modes: readonly (keyof typeof tracedModeTexts)[];
  readonly onFilter: (filter: MatchFilter) => void;
}

/** Narrows the list and the picture to a certainty and a mode. */
export const MatchFilters = ({ filter, modes, onFilter }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="match-filters">
      <ChoiceFilter
        label={say(texts.sure)}
        name="certainty"
        value={filter.certainty ?? ''}
        all={say(texts.all)}
        choices={certainties.map((value) => ({ value, label: say(certaintyTexts[value]) }))}
        onChange={(value) => onFilter({ ...filter, certainty: certainties.find((known) => known === value) })}
      />
      <ChoiceFilter
        label={say(texts.mode)}
        name="mode"
        value={filter.mode ?? ''}
        all={say(texts.all)}
        choices={modes.map((value) => ({ value, label: say(tracedModeTexts[value]) }))}
        onChange={(value) => onFilter({ ...filter, mode: modes.find((known) => known === value) })}
      />
    </div>
  );
};
