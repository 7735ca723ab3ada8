import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { ChangeCodesDialog, type CodeChange } from './change-code-dialog';
import type { ChoiceAct } from './choice-bar';
import { InvitationDialog } from './invitation-dialog';
import { StickersDialog } from './stickers-dialog';

interface Props {
  readonly act: ChoiceAct;
  readonly venues: readonly VenueRow[];
  readonly onChanged: (change: CodeChange, changed: readonly VenueRow[]) => void;
  readonly onClose: () => void;
}

/** The dialog of what is to be done with some venues. */
export const VenueAct = ({ act, venues, onChanged, onClose }: Props) => {
  switch (act) {
    case 'sticker':
    case 'poster':
      return <StickersDialog venues={venues} size={act} onClose={onClose} />;
    case 'invite':
      return <InvitationDialog venues={venues} onClose={onClose} />;
    case 'replace':
    case 'revoke':
      return (
        <ChangeCodesDialog
          change={act}
          venues={act === 'revoke' ? venues.filter(({ code }) => !code.revoked) : venues}
          onDone={(changed) => onChanged(act, changed)}
          onClose={onClose}
        />
      );
  }
};
