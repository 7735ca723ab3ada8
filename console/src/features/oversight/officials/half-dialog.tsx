import { formatInstant } from '@tongcheng/shared/time';
import { CopyButton } from '../../../ui/copy-button';
import { Dialog } from '../../../ui/dialog';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { HalvesSteps } from './halves-steps';
import { halvesTexts } from './officials-texts';
import type { OpenHalf } from './open-dialog';

/** Half of a sign-in, shown this once: the code to who proposed, the link to who approved. */
export const HalfDialog = ({ half, onClose }: { readonly half: OpenHalf; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const { name: given, login, proposedBy } = half.change;
  const name = given ?? login;
  const isCode = 'code' in half;
  const secret = isCode ? half.code : half.url;
  return (
    <Dialog title={say(isCode ? halvesTexts.codeTitle : halvesTexts.linkTitle)} onClose={onClose} part="half">
      <HalvesSteps done={isCode ? 1 : 2} />
      <p className={isCode ? 'invitation-code' : 'code-lines'}>
        <code data-part={isCode ? 'setup-code' : 'setup-link'}>{secret}</code> <CopyButton text={secret} />
      </p>
      <p>
        {isCode
          ? say(halvesTexts.codeFor, { name })
          : say(halvesTexts.linkFor, {
              name,
              time: formatInstant(half.endsAt, 'YYYY-MM-DD HH:mm'),
              proposer: nameOf(proposedBy),
            })}
      </p>
      {isCode && <p className="hint">{say(halvesTexts.codeLost)}</p>}
      <div className="dialog-acts">
        <button type="button" className="primary" data-first="" data-act="close" onClick={onClose}>
          {say(halvesTexts.kept)}
        </button>
      </div>
    </Dialog>
  );
};
