import type { Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { rangeText } from '../../../ui/format';
import { HeadRow } from '../../../ui/head-row';
import { type Say, useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { Empty } from '../../../ui/placeholders';
import type { OpenRule } from './rule-form';
import { requirementTexts, ruleTexts, termsTexts } from './terms-texts';

interface Props {
  readonly rules: readonly AdmissionRule[];
  readonly now: Instant;
  /** Absent for those who may only look. */
  readonly onOpen: ((open: OpenRule) => void) | undefined;
}

const placeOf = ({ mode, lineId, venueId }: AdmissionRule, say: Say): string => {
  const parts = [mode === undefined ? undefined : say(modeTexts[mode]), lineId, venueId];
  const named = parts.filter((part) => part !== undefined);
  return named.length === 0 ? say(ruleTexts.wholeCity) : named.join(' · ');
};

const requiredBy = ({ requires, testMaxAgeDays }: AdmissionRule, say: Say): string => {
  if (requires.length === 0) return say(ruleTexts.nothing);
  const age = testMaxAgeDays === undefined ? '' : say(ruleTexts.atMostDays, { days: testMaxAgeDays });
  return requires.map((each) => `${say(requirementTexts[each])}${each === 'negative-test' ? age : ''}`).join(' · ');
};

/** Rules in force first, then those to come, then those that are over. */
export const RuleTable = ({ rules, now, onOpen }: Props) => {
  const { say } = useSpeech();
  if (rules.length === 0) return <Empty text={ruleTexts.none} />;
  const stateOf = ({ from, to }: AdmissionRule) => {
    if (now < from) return 'coming';
    return to === undefined || now < to ? 'now' : 'over';
  };
  const order = ['now', 'coming', 'over'] as const;
  const sorted = order.flatMap((state) => rules.filter((rule) => stateOf(rule) === state));
  return (
    <div className="terms-list">
      <table>
        <HeadRow names={[ruleTexts.name, ruleTexts.where, ruleTexts.requires, termsTexts.when]} act={termsTexts.act} />
        <tbody>
          {sorted.map((rule) => (
            <tr key={`${rule.ruleId} ${rule.version}`} data-rule={rule.ruleId} data-state={stateOf(rule)}>
              <th scope="row">
                <span>{say(rule.text)}</span>
                <p className="hint">{`${rule.ruleId} · ${rule.version}`}</p>
              </th>
              <td>{placeOf(rule, say)}</td>
              <td>{requiredBy(rule, say)}</td>
              <td>
                <strong>{say(termsTexts[stateOf(rule)])}</strong>
                <p className="hint">{rangeText(rule.from, rule.to)}</p>
              </td>
              <td className="act-cell">
                {onOpen && stateOf(rule) !== 'over' && (
                  <>
                    <button
                      type="button"
                      className="small"
                      data-act="change"
                      onClick={() => onOpen({ kind: 'set', rule })}
                    >
                      {say(termsTexts.change)}
                    </button>
                    <button
                      type="button"
                      className="small"
                      data-act="end"
                      onClick={() => onOpen({ kind: 'end', rule })}
                    >
                      {say(ruleTexts.end)}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
