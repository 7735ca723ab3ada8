import { hourMs, type Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { instantOf, wallTime } from '../../../ui/format';
import { TextField } from '../../../ui/text-field';
import { sidesOf } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import { RulePreviewTable } from './rule-preview-table';
import { useRuleWords } from './rule-words';
import { ruleTexts, termsTexts } from './terms-texts';

interface Props {
  readonly rule: AdmissionRule;
  readonly rules: readonly AdmissionRule[];
  readonly now: Instant;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Proposes that a rule ends. */
export const EndDialog = ({ rule: { ruleId, text }, rules, now, onDone, onClose }: Props) => {
  const words = useRuleWords();
  const { say } = words;
  const { city } = useOfficial();
  const mutation = useMutation();
  const [at, setAt] = useState(wallTime(now + hourMs));
  const [reason, setReason] = useState('');
  const ends = instantOf(at);
  const change = ends === undefined ? undefined : { kind: 'end' as const, ruleId, at: ends };
  const run = async () => {
    if (!change) return;
    const input = { city, change, reason: plainText(reason) };
    if (await mutation.run((client) => client.call('oversight.propose-rule', input))) onDone();
  };
  return (
    <FormDrawer
      title={say(ruleTexts.endTitle)}
      confirm={say(ruleTexts.propose)}
      mutation={mutation}
      isReady={change !== undefined && plainText(reason) !== ''}
      isWide
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{say(text)}</p>
      <TextField
        label={say(termsTexts.to)}
        name="at"
        type="datetime-local"
        value={at}
        onChange={setAt}
        hint={say(ruleTexts.endsHint)}
      />
      <TextField
        label={say(ruleTexts.reason)}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint={say(ruleTexts.reasonHint)}
      />
      {change && (
        <>
          <ComparisonTable {...sidesOf(rules, change, words)} />
          <RulePreviewTable rules={rules} change={change} />
        </>
      )}
    </FormDrawer>
  );
};
