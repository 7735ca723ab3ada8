import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { Dialog } from '../../ui/dialog';
import { useSpeech } from '../../ui/language';
import { QrCode } from '../../ui/qr-code';
import { uiTexts } from '../../ui/texts';
import { venueTexts } from './texts';

/** The posted code of a venue as it is now. */
export const CodeDialog = ({ venue, onClose }: { readonly venue: VenueRow; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const title = say(venueTexts.showTitle, { name: say(venue.name) });
  return (
    <Dialog title={title} onClose={onClose} part="code">
      {venue.code.revoked ? (
        <p>{say(venueTexts.revoked)}</p>
      ) : (
        <div className="qr-frame">
          <QrCode payload={venue.code.link} label={title} />
        </div>
      )}
      <p className="code-lines">
        <code>{venue.code.shortCode}</code>
        <code className="whole">{venue.code.link}</code>
      </p>
      <div className="dialog-acts">
        <button type="button" className="primary" data-first="" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};
