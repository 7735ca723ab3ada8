import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { CopyButton } from '../../ui/copy-button';
import { Dialog } from '../../ui/dialog';
import { useSpeech } from '../../ui/language';
import { QrCode } from '../../ui/qr-code';
import { uiTexts } from '../../ui/texts';
import { invitationTexts } from './texts';

interface Props {
  readonly invitation: { readonly invitation: string; readonly link: string; readonly expiresAt: Instant };
  readonly onClose: () => void;
}

/** An invitation, shown this once: to read out, to send, to scan. */
export const InvitationReady = ({ invitation, onClose }: Props) => {
  const { say } = useSpeech();
  return (
    <Dialog title={say(invitationTexts.title)} onClose={onClose} part="invitation">
      <p>{say(invitationTexts.once)}</p>
      <p className="invitation-code">
        <code data-part="invitation-code">{invitation.invitation}</code>
        <CopyButton text={invitation.invitation} />
      </p>
      <div className="qr-frame">
        <QrCode payload={invitation.link} label={say(invitationTexts.link)} />
      </div>
      <p className="code-lines">
        <a href={invitation.link} target="_blank" rel="noopener noreferrer" data-part="invitation-link">
          {invitation.link}
        </a>
        <CopyButton text={invitation.link} />
      </p>
      <p className="hint">{say(invitationTexts.until, { time: formatInstant(invitation.expiresAt) })}</p>
      <div className="dialog-acts">
        <button type="button" className="primary" data-first="" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};
