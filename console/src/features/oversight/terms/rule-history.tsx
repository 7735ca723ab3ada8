import { formatInstant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { SideDrawer } from '../../../kit/side-drawer';
import { rangeText } from '../../../ui/format';
import { linesOfRule, nameOfRule, ruleVersionsOf } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import { useRuleWords } from './rule-words';
import { ruleTexts } from './terms-texts';

interface Props {
  readonly ruleId: string;
  readonly rules: readonly AdmissionRule[];
  readonly onClose: () => void;
}

/** The versions of a rule that the city keeps, the latest first, each beside the one before it. */
export const RuleHistory = ({ ruleId, rules, onClose }: Props) => {
  const words = useRuleWords();
  const { say } = words;
  const versions = ruleVersionsOf(rules, ruleId);
  return (
    <SideDrawer title={say(ruleTexts.historyOf)} part="rule-history" onClose={onClose} isWide>
      <p>{say(nameOfRule(rules, ruleId))}</p>
      {versions.map((rule, at) => (
        <section key={`${rule.version} ${rule.from}`} data-version={rule.version}>
          <h3>{say(ruleTexts.version, { n: rule.version, time: formatInstant(rule.from, 'YYYY-MM-DD HH:mm') })}</h3>
          <p className="hint">{rangeText(rule.from, rule.to)}</p>
          <ComparisonTable before={linesOfRule(versions[at + 1], words)} after={linesOfRule(rule, words)} />
        </section>
      ))}
      <p className="hint">{say(ruleTexts.whoChanged)}</p>
      <p className="hint">{say(ruleTexts.idOf, { id: ruleId })}</p>
    </SideDrawer>
  );
};
