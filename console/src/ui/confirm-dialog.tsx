import type { ReactNode } from 'react';
import type { Act } from '../client/use-act';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';
import { useSpeech } from './language';
import { uiTexts } from './texts';

interface Props {
  readonly title: string;
  /** What the act is called, on its button. */
  readonly confirm: string;
  readonly act: Pick<Act, 'underWay' | 'failure'>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly isReady?: boolean;
  readonly children: ReactNode;
}

/** An act that says what will happen before it does; a refusal stays in the dialog, in words. */
export const ConfirmDialog = ({ title, confirm, act, onConfirm, onClose, isReady = true, children }: Props) => {
  const { say } = useSpeech();
  return (
    <Dialog title={title} onClose={onClose} part="confirm">
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        {act.failure && <FailureNotice failure={act.failure} />}
        <div className="dialog-acts">
          <button type="button" className="quiet" onClick={onClose}>
            {say(uiTexts.cancel)}
          </button>
          <button type="submit" className="primary" data-act="confirm" disabled={!isReady || act.underWay}>
            {act.underWay ? say(uiTexts.underWay) : confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
