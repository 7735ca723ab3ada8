import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { TextField } from '../../ui/text-field';
import { isOwn, proposerOf } from './recipient-next';
import type { RecipientAction } from './recipient-table';
import { recipientTexts } from './recipient-texts';

interface Props {
  readonly recipient: RecipientRow;
  readonly chosen: RecipientAction;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const questionOf = (recipient: RecipientRow, chosen: RecipientAction, isMine: boolean) => {
  if (chosen === 'remove') return recipientTexts.removeAsk;
  if (chosen === 'reject') return isMine ? recipientTexts.withdrawAsk : recipientTexts.rejectAsk;
  return recipient.state === 'removal-proposed' ? recipientTexts.approveRemovalAsk : recipientTexts.approveAsk;
};

const titles = {
  approve: recipientTexts.approve,
  reject: recipientTexts.reject,
  remove: recipientTexts.proposeRemoval,
} as const;

/** Approving, rejecting or withdrawing, and proposing a removal: each says what follows before it happens. */
export const RecipientActionDialog = ({ recipient, chosen, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const { session } = useOfficial();
  const isMine = isOwn(recipient, session);
  const title = say(chosen === 'reject' && isMine ? recipientTexts.withdraw : titles[chosen]);
  const { recipientId, address, proposal, waits } = recipient;
  const proposer = useOfficialName()(proposerOf(recipient));
  const run = async () => {
    const done =
      chosen === 'remove'
        ? await mutation.run((client) =>
            client.call('reports.propose-removal', { recipientId, reason: plainText(reason) }),
          )
        : await mutation.run((client) =>
            client.call('reports.decide-recipient', {
              recipientId,
              approve: chosen === 'approve',
              ...(proposal !== undefined && { proposal }),
            }),
          );
    if (done) onDone();
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={title}
      mutation={mutation}
      isReady={chosen !== 'remove' || plainText(reason) !== ''}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>
        {say(questionOf(recipient, chosen, isMine), { address, proposer, form: say(recipientTexts[recipient.form]) })}
      </p>
      {chosen !== 'remove' && waits && <p>{say(recipientTexts.because, { reason: waits.reason })}</p>}
      {chosen === 'remove' && (
        <TextField
          label={say(recipientTexts.reason)}
          name="reason"
          hint={say(recipientTexts.reasonHint)}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      )}
    </ConfirmDialog>
  );
};
