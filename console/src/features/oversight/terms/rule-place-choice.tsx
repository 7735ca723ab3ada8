import type { LineName } from '@tongcheng/shared/venues/api';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { venueLine } from '../../../ui/venue-line';
import type { RuleForm } from './rule-form';
import { useRuleWords } from './rule-words';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly form: Pick<RuleForm, 'lineId' | 'venueId'>;
  readonly set: (change: Partial<Pick<RuleForm, 'lineId' | 'venueId'>>) => void;
}

/** The line or the venue that a rule is about, found by what people call it; or none. */
export const RulePlaceChoice = ({ form, set }: Props) => {
  const { say, named } = useRuleWords();
  if (form.lineId === '' && form.venueId === '') return <PlaceSearch set={set} />;
  const line = named.lines.find(({ lineId }) => lineId === form.lineId);
  const venue = named.venues.find(({ venueId }) => venueId === form.venueId);
  const words = [line ? say(line.name) : form.lineId, venue ? venueLine(venue, say) : form.venueId].filter(Boolean);
  return (
    <p className="chosen-place" data-part="rule-place">
      <span>{say(ruleTexts.onlyAt)}</span>
      <strong>{words.join(' · ')}</strong>
      <button
        type="button"
        className="quiet small"
        data-act="clear-place"
        onClick={() => set({ lineId: '', venueId: '' })}
      >
        {say(ruleTexts.everywhere)}
      </button>
    </p>
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
