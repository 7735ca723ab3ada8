import { printSizes } from '@tongcheng/shared/venues/postings';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import { InvitationDialog } from './invitation-dialog';
import { StickersButton } from './stickers-button';
import { invitationTexts, venueTexts } from './texts';
import type { VenueSelection } from './use-selection';

const maxInvited = 50;

/** What can be done with the venues chosen. */
export const SelectionBar = ({ selection }: { readonly selection: VenueSelection }) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const [inviting, setInviting] = useState(false);
  const rows = [...selection.chosen.values()];
  if (rows.length === 0) return null;
  const venueIds = rows.map(({ venueId }) => venueId);
  const tooMany = rows.length > maxInvited;
  return (
    <div className="choice-bar" data-part="choice">
      <strong>{say(venueTexts.chosen, { count: rows.length })}</strong>
      {may('venues.print-stickers') &&
        printSizes.map((size) => <StickersButton key={size} size={size} venueIds={venueIds} />)}
      {may('oversight.create-invitation') && (
        <button
          type="button"
          data-act="invite"
          disabled={tooMany}
          title={tooMany ? say(venueTexts.tooMany, { most: maxInvited }) : undefined}
          onClick={() => setInviting(true)}
        >
          {say(invitationTexts.invite)}
        </button>
      )}
      <button type="button" className="quiet" onClick={selection.clear}>
        {say(venueTexts.clear)}
      </button>
      {inviting && <InvitationDialog venues={rows} onClose={() => setInviting(false)} />}
    </div>
  );
};
