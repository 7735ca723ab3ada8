import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { CopyButton } from './copy-button';
import { Dialog } from './dialog';
import { invitationReadyTexts as texts } from './invitation-texts';
import { useSpeech } from './language';
import { QrCode } from './qr-code';
import { uiTexts } from './texts';

interface Props {
  readonly title: string;
  readonly invitation: { readonly invitation: string; readonly link: string; readonly expiresAt: Instant };
  readonly onClose: () => void;
}

/** An invitation, shown this once: to read out, to send, to scan. */
export const InvitationReady = ({ title, invitation, onClose }: Props) => {
  const { say } = useSpeech();
  return (
    <Dialog title={title} onClose={onClose} part="invitation">
      <p>{say(texts.once)}</p>
      <p className="invitation-code">
        <code data-part="invitation-code">{invitation.invitation}</code>
        <CopyButton text={invitation.invitation} />
      </p>
      <div className="qr-frame">
        <QrCode payload={invitation.link} label={say(texts.link)} />
      </div>
      <p className="code-lines">
        <a href={invitation.link} target="_blank" rel="noopener noreferrer" data-part="invitation-link">
          {invitation.link}
        </a>
        <CopyButton text={invitation.link} />
      </p>
      <p className="hint">{say(texts.until, { time: formatInstant(invitation.expiresAt) })}</p>
      <div className="dialog-acts">
        <button type="button" className="primary" data-first="" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};
