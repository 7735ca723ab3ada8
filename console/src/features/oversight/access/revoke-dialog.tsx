import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { type AccessKind, revokeAccess } from './access-kinds';
import type { AccessLine } from './access-lines';
import { accessListTexts } from './access-texts';

interface Props {
  readonly kind: AccessKind;
  readonly line: AccessLine;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Revokes one of a list, with its reason, after saying what happens. */
export const RevokeDialog = ({ kind, line, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const revoke = async () => {
    const done = await mutation.run((client) => revokeAccess(kind, client, line.id, plainText(reason)));
    if (done !== undefined) onDone();
  };
  return (
    <ConfirmDialog
      title={say(accessListTexts.revokeTitle, { name: line.name })}
      confirm={say(accessListTexts.revoke)}
      mutation={mutation}
      isReady={plainText(reason) !== ''}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <p>{say(accessListTexts.revokeAsk)}</p>
      <TextField
        label={say(accessListTexts.reason)}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </ConfirmDialog>
  );
};
