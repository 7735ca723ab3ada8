import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useSpeech } from '../../ui/language';
import { venueTexts } from './texts';

/** Which venues an act is about, as a list to be read before it is done. */
export const ChangedVenues = ({ venues }: { readonly venues: readonly VenueRow[] }) => {
  const { say } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
    <ul className="changed-venues" tabIndex={0} aria-label={say(venueTexts.chosen, { count: venues.length })}>
      {venues.map(({ venueId, name, lineName, code }) => (
        <li key={venueId}>
          <span>{say(name)}</span>
          {lineName && <span className="hint">{say(lineName)}</span>}
          <code>{code.shortCode}</code>
        </li>
      ))}
    </ul>
  );
};
