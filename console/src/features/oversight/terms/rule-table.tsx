import type { Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import Button from 'antd/es/button';
import { KitTable } from '../../../kit/kit-table';
import type { TableColumn } from '../../../kit/table-view';
import { rangeText } from '../../../ui/format';
import { type Say, useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { placeText, testAgeText } from './compared-lines';
import type { OpenRule } from './rule-form';
import { type RuleWords, useRuleWords } from './rule-words';
import { TermState } from './term-state';
import { termStateOf, useTermStates } from './term-states';
import { requirementTexts, ruleTexts, termsTexts } from './terms-texts';

interface Props {
  readonly rules: readonly AdmissionRule[];
  readonly now: Instant;
  /** Whether changes can be proposed; the history is everybody's. */
  readonly mayPropose: boolean;
  readonly onOpen: (open: OpenRule) => void;
}

const requiredBy = (rule: AdmissionRule, say: Say): string => {
  const { requires } = rule;
  if (requires.length === 0) return say(ruleTexts.nothing);
  const limit = testAgeText(rule, say);
  const age = limit === undefined ? '' : ` (${limit})`;
  return requires.map((each) => `${say(requirementTexts[each])}${each === 'negative-test' ? age : ''}`).join(' · ');
};

const ruleColumns = (now: Instant, words: RuleWords): readonly TableColumn<AdmissionRule>[] => [
  {
    id: 'rule',
    name: ruleTexts.name,
    text: ({ text, version }, say) => `${say(text)} (${say(ruleTexts.versionNumber, { n: version })})`,
    cell: (rule) => <RuleName rule={rule} />,
    order: ({ ruleId, version }) => `${ruleId} ${String(version).padStart(6, '0')}`,
    kind: 'head',
  },
  { id: 'where', name: ruleTexts.where, text: (rule) => placeText(rule, words) },
  { id: 'requires', name: ruleTexts.requires, text: requiredBy },
  {
    id: 'when',
    name: termsTexts.when,
    text: ({ from, to }, say) => `${say(termsTexts[termStateOf({ from, to }, now)])} ${rangeText(from, to)}`,
    cell: (rule) => <TermState term={rule} now={now} />,
    order: ({ from }) => from,
  },
];

const RuleName = ({ rule: { text, version } }: { readonly rule: AdmissionRule }) => {
  const { say } = useSpeech();
  return (
    <>
      <span>{say(text)}</span>
      <p className="hint">{say(ruleTexts.versionNumber, { n: version })}</p>
    </>
  );
};

/** Rules in force first, then those to come, then those that are over; of each what it was before. */
export const RuleTable = ({ rules, now, mayPropose, onOpen }: Props) => {
  const words = useRuleWords();
  const { say } = words;
  const { shown, filter } = useTermStates('rule-list', rules, now);
  return (
    <KitTable
      title={ruleTexts.title}
      part="rule-list"
      rows={shown}
      columns={ruleColumns(now, words)}
      keyOf={({ ruleId, version }) => `${ruleId} ${version}`}
      marks={(rule) => ({ 'data-rule': rule.ruleId, 'data-state': termStateOf(rule, now) })}
      empty={rules.length === 0 ? ruleTexts.none : uiTexts.noSuchRow}
      filters={filter}
      acts={(rule) => (
        <>
          {mayPropose && termStateOf(rule, now) !== 'over' && (
            <>
              <Button size="small" data-act="change" onClick={() => onOpen({ kind: 'set', rule })}>
                {say(termsTexts.change)}
              </Button>
              <Button size="small" data-act="end" onClick={() => onOpen({ kind: 'end', rule })}>
                {say(ruleTexts.end)}
              </Button>
            </>
          )}
          <Button size="small" data-act="history" onClick={() => onOpen({ kind: 'history', rule })}>
            {say(ruleTexts.history)}
          </Button>
        </>
      )}
    />
  );
};
