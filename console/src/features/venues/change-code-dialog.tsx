import { plainText } from '@tongcheng/shared/typed-text';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { venueTexts } from './texts';

interface Props {
  readonly venue: VenueRow;
  readonly onDone: (changed: VenueRow) => void;
  readonly onClose: () => void;
}

/** Replaces a code after saying what happens to the posted one. */
export const ReplaceCodeDialog = ({ venue, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const replace = async () => {
    const changed = await mutation.run((client) => client.call('venues.replace-code', { venueId: venue.venueId }));
    if (changed) onDone(changed);
  };
  return (
    <ConfirmDialog
      title={say(venueTexts.replaceTitle)}
      confirm={say(venueTexts.replace)}
      mutation={mutation}
      onConfirm={() => void replace()}
      onClose={onClose}
    >
      <p>{say(venueTexts.replaceAsk, { name: say(venue.name), code: venue.code.shortCode })}</p>
    </ConfirmDialog>
  );
};

/** Revokes a code, with its reason, after saying what riders will see. */
export const RevokeCodeDialog = ({ venue, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const revoke = async () => {
    const input = { venueId: venue.venueId, reason: plainText(reason) };
    const changed = await mutation.run((client) => client.call('venues.revoke-code', input));
    if (changed) onDone(changed);
  };
  return (
    <ConfirmDialog
      title={say(venueTexts.revokeTitle)}
      confirm={say(venueTexts.revoke)}
      mutation={mutation}
      isReady={plainText(reason) !== ''}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <p>{say(venueTexts.revokeAsk, { name: say(venue.name), code: venue.code.shortCode })}</p>
      <TextField
        label={say(venueTexts.revokeReason)}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </ConfirmDialog>
  );
};
