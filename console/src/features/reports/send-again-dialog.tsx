import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { reportTexts, versionName } from './texts';

interface Props {
  readonly delivery: DeliveryRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says exactly what would be sent to whom before it is sent again. */
export const SendAgainDialog = ({ delivery, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const send = async () => {
    const { deliveryId } = delivery;
    if (await mutation.run((client) => client.call('reports.send-again', { deliveryId }))) onDone();
  };
  const { day, recipient, version } = delivery;
  return (
    <ConfirmDialog
      title={say(reportTexts.sendAgain)}
      confirm={say(reportTexts.sendAgain)}
      mutation={mutation}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{say(reportTexts.sendAgainAsk, { day, recipient, version: versionName(version, say) })}</p>
    </ConfirmDialog>
  );
};
