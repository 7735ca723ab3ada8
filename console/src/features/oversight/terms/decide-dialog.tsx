import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { sidesOf } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import { RulePreviewTable } from './rule-preview-table';
import { useRuleWords } from './rule-words';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly proposal: RuleProposal;
  readonly rules: readonly AdmissionRule[];
  readonly approve: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Approves, rejects, or withdraws what is one's own, after saying what follows. */
export const DecideDialog = ({ proposal, rules, approve, onDone, onClose }: Props) => {
  const words = useRuleWords();
  const { say } = words;
  const { city, session } = useOfficial();
  const mutation = useMutation();
  const run = async () => {
    const { proposalId } = proposal;
    const input = { city, proposalId, approve };
    if (await mutation.run((client) => client.call('oversight.decide-rule', input))) onDone();
  };
  const isOwn = proposal.proposedBy === session.officialId;
  const refusing = isOwn ? ruleTexts.withdraw : ruleTexts.reject;
  const title = say(approve ? ruleTexts.approve : refusing);
  return (
    <FormDrawer title={title} confirm={title} mutation={mutation} isWide onConfirm={() => void run()} onClose={onClose}>
      <ComparisonTable {...sidesOf(rules, proposal.change, words)} />
      <RulePreviewTable rules={rules} change={proposal.change} />
      <p>{say(approve ? ruleTexts.approveAsk : isOwn ? ruleTexts.withdrawAsk : ruleTexts.rejectAsk)}</p>
    </FormDrawer>
  );
};
