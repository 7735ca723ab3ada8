import type { OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import { formatInstant } from '@tongcheng/shared/time';
import { useOfficial } from '../../../client/official-context';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { ChangeContent } from './change-content';
import { HalvesSteps } from './halves-steps';
import { changeTexts, decisionTexts } from './officials-texts';
import type { OpenDialog } from './open-dialog';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly change: OfficialChangeRow;
  readonly words: ReturnType<typeof useAppointmentWords>;
  readonly onOpen: (open: OpenDialog) => void;
}

/** A change that waits: what it is, who proposed it and why, and what the reader can do about it. */
export const ChangeCard = ({ change, words, onOpen }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const nameOf = useOfficialName();
  const { kind, name, login, reason, proposedBy, expiresAt, link, standing } = change;
  const shown = (instant: number) => formatInstant(instant, 'MM-DD HH:mm');
  const mayDecide = may('oversight.decide-official-change');
  const canApprove = mayDecide && standing === 'decides' && !link;
  const canEnd = mayDecide && (standing === 'decides' || standing === 'proposer' || standing === 'no-administrator');
  const isOwn = standing === 'proposer';
  return (
    <article className="terms-proposal" data-change={change.changeId}>
      <h3>{say(changeTexts[kind].title, { name: name === undefined ? login : `${name} (${login})` })}</h3>
      <p>{say(decisionTexts.proposedBy, { name: nameOf(proposedBy), time: shown(expiresAt), reason })}</p>
      <ChangeContent {...{ change, words }} />
      {(kind === 'add' || kind === 'credentials') && <HalvesSteps done={link ? 2 : 1} />}
      <p className="hint" data-standing={standing}>
        {link
          ? say(decisionTexts.linkOpen, { name: nameOf(link.approvedBy), time: shown(link.endsAt) })
          : say(decisionTexts[standing])}
      </p>
      {(canApprove || canEnd) && (
        <p className="card-acts">
          {canApprove && (
            <button
              type="button"
              className="small primary"
              data-act="approve"
              onClick={() => onOpen({ kind: 'decide', change, approve: true })}
            >
              {say(decisionTexts.approve)}
            </button>
          )}
          {canEnd && (
            <button
              type="button"
              className="small"
              data-act="reject"
              onClick={() => onOpen({ kind: 'decide', change, approve: false })}
            >
              {say(link ? decisionTexts.endLink : isOwn ? decisionTexts.withdraw : decisionTexts.reject)}
            </button>
          )}
        </p>
      )}
    </article>
  );
};
