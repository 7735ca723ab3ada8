import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { useSpeech } from '../../../ui/language';
import { ChangeContent } from './change-content';
import { changeTexts, decisionTexts } from './officials-texts';
import type { OpenDecision, OpenDialog } from './open-dialog';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly open: OpenDecision;
  readonly words: ReturnType<typeof useAppointmentWords>;
  /** With the link that is shown once, where there is one. */
  readonly onDone: (next?: OpenDialog) => void;
  readonly onClose: () => void;
}

const wordsOf = ({ change: { kind, link, standing }, approve }: OpenDecision) => {
  if (!approve && link) return { confirm: decisionTexts.endLink, ask: decisionTexts.endLinkAsk };
  if (!approve)
    return {
      confirm: standing === 'proposer' ? decisionTexts.withdraw : decisionTexts.reject,
      ask: decisionTexts.rejectAsk,
    };
  const givesLink = kind === 'add' || kind === 'credentials';
  return { confirm: decisionTexts.approve, ask: givesLink ? decisionTexts.approveLinkAsk : decisionTexts.approveAsk };
};

/** Approves, rejects, withdraws, or ends a link, after saying what follows. */
export const DecideChangeDialog = ({ open, words, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const { change, approve } = open;
  const { changeId, proposal, kind, name, login } = change;
  const { confirm, ask } = wordsOf(open);
  const decide = async () => {
    const input = { changeId, approve, proposal };
    const told = await mutation.run((client) => client.call('oversight.decide-official-change', input));
    if (told) onDone(told.link && { kind: 'half', change, ...told.link });
  };
  return (
    <FormDrawer
      title={say(changeTexts[kind].title, { name: name ?? login })}
      confirm={say(confirm)}
      mutation={mutation}
      onConfirm={() => void decide()}
      onClose={onClose}
    >
      <ChangeContent {...{ change, words }} />
      <p>{say(ask)}</p>
    </FormDrawer>
  );
};
