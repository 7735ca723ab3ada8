import { formatInstant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import { useOfficial } from '../../../client/official-context';
import { rangeText } from '../../../ui/format';
import { useOfficialName } from '../../../ui/official-name';
import { nameOfRule, sidesOf } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import type { OpenRule } from './rule-form';
import { RulePreviewTable } from './rule-preview-table';
import { useRuleWords } from './rule-words';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly proposal: RuleProposal;
  readonly rules: readonly AdmissionRule[];
  readonly onOpen: (open: OpenRule) => void;
}

/** A change that waits: what it is, what it would change, and who has to decide. */
export const ProposalLine = ({ proposal, rules, onOpen }: Props) => {
  const words = useRuleWords();
  const { say } = words;
  const { may, session } = useOfficial();
  const nameOf = useOfficialName();
  const { change, reason, proposedBy, expiresAt } = proposal;
  const named = change.kind === 'end' ? nameOfRule(rules, change.ruleId) : change.rule.text;
  const time = formatInstant(expiresAt, 'MM-DD HH:mm');
  const isOwn = proposedBy === session.officialId;
  return (
    <article className="terms-proposal" data-proposal={proposal.proposalId}>
      <h3>{say(ruleTexts.waiting)}</h3>
      <p>{say(named)}</p>
      <p>{say(ruleTexts.proposedBy, { name: nameOf(proposedBy), time, reason })}</p>
      {change.kind === 'end' ? (
        <p>{say(ruleTexts.ends, { time: formatInstant(change.at, 'YYYY-MM-DD HH:mm') })}</p>
      ) : (
        <p>{rangeText(change.rule.from, change.rule.to)}</p>
      )}
      <ComparisonTable {...sidesOf(rules, change, words)} />
      <RulePreviewTable rules={rules} change={change} />
      <p className="hint">{say(ruleTexts.atOnce)}</p>
      {may('oversight.decide-rule') && (
        <p className="card-acts">
          {isOwn ? (
            <span className="hint">{say(ruleTexts.own)}</span>
          ) : (
            <button
              type="button"
              className="small primary"
              data-act="approve"
              onClick={() => onOpen({ kind: 'decide', proposal, approve: true })}
            >
              {say(ruleTexts.approve)}
            </button>
          )}
          <button
            type="button"
            className="small"
            data-act={isOwn ? 'withdraw' : 'reject'}
            onClick={() => onOpen({ kind: 'decide', proposal, approve: false })}
          >
            {say(isOwn ? ruleTexts.withdraw : ruleTexts.reject)}
          </button>
        </p>
      )}
    </article>
  );
};
