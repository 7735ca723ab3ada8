import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import App from 'antd/es/app';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { tracingTexts as texts } from './texts';

interface Props {
  readonly found: CaseRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what goes for ever before a case is closed. */
export const CloseCaseDialog = ({ found: { caseId, number }, onClose, onDone }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const { notification } = App.useApp();
  const close = async () => {
    if (!(await mutation.run((client) => client.call('tracing.close-case', { caseId })))) return;
    onClose();
    onDone();
    notification.success({ title: say(texts.closedNow, { number }), placement: 'bottomLeft' });
  };
  return (
    <ConfirmDialog
      title={say(texts.caseOf, { number })}
      confirm={say(texts.closeCase)}
      mutation={mutation}
      onConfirm={() => void close()}
      onClose={onClose}
    >
      <p>{say(texts.closeAsk)}</p>
    </ConfirmDialog>
  );
};
