import type { Text } from '@tongcheng/shared/text';
import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';
import { SideDrawer } from './side-drawer';

interface Props {
  readonly title: string;
  /** What the act is called, on its button. */
  readonly confirm: string;
  readonly mutation: { readonly isPending: boolean; readonly failure?: Text & { readonly code: string } };
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly isReady?: boolean;
  /** For something that is compared side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A form beside the page; a refusal stays in it, in words. */
export const FormDrawer = ({ confirm, mutation, onConfirm, isReady = true, children, ...rest }: Props) => {
  const { say } = useSpeech();
  return (
    <SideDrawer part="confirm" {...rest}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onConfirm();
        }}
      >
        {children}
        {mutation.failure && <FailureNotice failure={mutation.failure} />}
        <div className="form-acts">
          <Button data-act="close" onClick={rest.onClose}>
            {say(uiTexts.cancel)}
          </Button>
          <Button type="primary" htmlType="submit" data-act="confirm" disabled={!isReady || mutation.isPending}>
            {mutation.isPending ? say(uiTexts.underWay) : confirm}
          </Button>
        </div>
      </form>
    </SideDrawer>
  );
};
