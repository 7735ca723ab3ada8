import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useSpeech } from '../ui/language';
import { modeTexts, venueKindTexts } from '../ui/mode-texts';
import { venueLine } from '../ui/venue-line';
import { verifyTexts } from './texts';

interface Props {
  readonly venues: readonly VenueView[];
  readonly onChoose: (venueId: string) => void;
  readonly onSignOut: () => void;
}

/** Which of the invitation's venues this screen stands at. */
export const VenueChoice = ({ venues, onChoose, onSignOut }: Props) => {
  const { say } = useSpeech();
  return (
    <main className="door" data-part="venue-choice">
      <div className="card">
        <h1>{say(verifyTexts.chooseVenue)}</h1>
        {venues.length === 0 && <p className="empty">{say(verifyTexts.noVenues)}</p>}
        {venues.map((venue) => (
          <button
            key={venue.venueId}
            type="button"
            className="venue-button"
            data-venue={venue.venueId}
            onClick={() => onChoose(venue.venueId)}
          >
            <strong>{venueLine(venue, say)}</strong>
            <span>{[say(modeTexts[venue.mode]), say(venueKindTexts[venue.kind])].join(' · ')}</span>
          </button>
        ))}
        <button type="button" className="quiet" onClick={onSignOut}>
          {say(verifyTexts.signOut)}
        </button>
      </div>
    </main>
  );
};
