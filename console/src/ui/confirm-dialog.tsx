import type { ReactNode } from 'react';
import type { Mutation } from '../client/use-mutation';
import { Dialog } from './dialog';
import { FailureNotice } from './failure-notice';
import { useSpeech } from './language';
import { uiTexts } from './texts';

interface Props {
  readonly title: string;
  /** What the act is called, on its button. */
  readonly confirm: string;
  readonly mutation: Pick<Mutation, 'isPending' | 'failure'>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly isReady?: boolean;
  readonly children: ReactNode;
}

/** An act that says what will happen before it does; a refusal stays in the dialog, in words. */
export const ConfirmDialog = ({ title, confirm, mutation, onConfirm, onClose, isReady = true, children }: Props) => {
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
        {mutation.failure && <FailureNotice failure={mutation.failure} />}
        <div className="dialog-acts">
          <button type="button" className="quiet" onClick={onClose}>
            {say(uiTexts.cancel)}
          </button>
          <button type="submit" className="primary" data-act="confirm" disabled={!isReady || mutation.isPending}>
            {mutation.isPending ? say(uiTexts.underWay) : confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
