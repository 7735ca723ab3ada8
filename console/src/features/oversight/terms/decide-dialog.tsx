import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useSpeech } from '../../../ui/language';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly proposal: RuleProposal;
  readonly approve: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Approves or rejects, after saying what follows. */
export const DecideDialog = ({ proposal: { proposalId }, approve, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const run = async () => {
    const input = { city, proposalId, approve };
    if (await mutation.run((client) => client.call('oversight.decide-rule', input))) onDone();
  };
  const title = say(approve ? ruleTexts.approve : ruleTexts.reject);
  return (
    <ConfirmDialog title={title} confirm={title} mutation={mutation} onConfirm={() => void run()} onClose={onClose}>
      <p>{say(approve ? ruleTexts.approveAsk : ruleTexts.rejectAsk)}</p>
    </ConfirmDialog>
  );
};
