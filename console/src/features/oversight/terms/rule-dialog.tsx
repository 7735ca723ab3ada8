import type { Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { modes } from '@tongcheng/shared/venues/kinds';
import { requirements } from '@tongcheng/shared/venues/requirements';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { Checkboxes } from '../../../ui/checkboxes';
import { ChoiceField } from '../../../ui/choice-field';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { formOf, type RuleForm, ruleOf } from './rule-form';
import { RulePreviewTable } from './rule-preview-table';
import { requirementTexts, ruleTexts, termsTexts } from './terms-texts';

interface Props {
  /** Absent: a new one. */
  readonly rule: AdmissionRule | undefined;
  readonly rules: readonly AdmissionRule[];
  readonly city: string;
  readonly now: Instant;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Writes a rule, shows who may ride then, and proposes it to another official. */
export const RuleDialog = ({ rule, rules, city, now, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [form, setForm] = useState(() => formOf(rule, now));
  const [reason, setReason] = useState('');
  const set = <K extends keyof RuleForm>(field: K, value: RuleForm[K]) => setForm({ ...form, [field]: value });
  const proposed = ruleOf(form, city, rules);
  const propose = async () => {
    if (!proposed) return;
    const input = { city, change: { kind: 'set' as const, rule: proposed }, reason: plainText(reason) };
    if (await mutation.run((client) => client.call('oversight.propose-rule', input))) onDone();
  };
  return (
    <ConfirmDialog
      title={say(rule ? termsTexts.change : ruleTexts.add)}
      confirm={say(ruleTexts.propose)}
      mutation={mutation}
      isReady={proposed !== undefined && plainText(reason) !== ''}
      onConfirm={() => void propose()}
      onClose={onClose}
    >
      {!rule && <Typed label={say(ruleTexts.ruleId)} field="ruleId" {...{ form, set }} maxLength={60} />}
      <RulePlaceFields {...{ form, set }} />
      <Checkboxes
        label={say(ruleTexts.requires)}
        choices={requirements.map((each) => ({ value: each, label: say(requirementTexts[each]) }))}
        chosen={form.requires}
        onChange={(chosen) => set('requires', chosen)}
      />
      {form.requires.includes('negative-test') && (
        <Typed label={say(ruleTexts.testAge)} field="testDays" {...{ form, set }} maxLength={2} />
      )}
      <Typed label={say(termsTexts.from)} field="from" type="datetime-local" {...{ form, set }} />
      <Typed label={say(termsTexts.toOpen)} field="to" type="datetime-local" optional {...{ form, set }} />
      <Typed label={`${say(ruleTexts.told)} · ${say(termsTexts.zh)}`} field="zh" {...{ form, set }} maxLength={200} />
      <Typed label={`${say(ruleTexts.told)} · ${say(termsTexts.en)}`} field="en" {...{ form, set }} maxLength={300} />
      <TextField label={say(ruleTexts.reason)} name="reason" value={reason} onChange={setReason} maxLength={200} />
      {proposed && <RulePreviewTable rules={rules} change={{ kind: 'set', rule: proposed }} />}
    </ConfirmDialog>
  );
};

interface FormProps {
  readonly form: RuleForm;
  readonly set: <K extends keyof RuleForm>(field: K, value: RuleForm[K]) => void;
}

const RulePlaceFields = ({ form, set }: FormProps) => {
  const { say } = useSpeech();
  const all = { value: 'all', label: say(ruleTexts.everyMode) } as const;
  return (
    <>
      <ChoiceField
        label={say(ruleTexts.mode)}
        name="mode"
        value={form.mode}
        onChange={(mode) => set('mode', mode)}
        choices={[all, ...modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))]}
      />
      <Typed label={say(ruleTexts.line)} field="lineId" optional {...{ form, set }} maxLength={40} />
      <Typed label={say(ruleTexts.venue)} field="venueId" optional {...{ form, set }} maxLength={40} />
    </>
  );
};

type TypedField = Exclude<keyof RuleForm, 'mode' | 'requires'>;

interface TypedProps extends FormProps {
  readonly label: string;
  readonly field: TypedField;
  readonly type?: 'text' | 'datetime-local';
  readonly optional?: boolean;
  readonly maxLength?: number;
}

const Typed = ({ field, form, set, ...rest }: TypedProps) => (
  <TextField {...rest} name={field} value={form[field]} onChange={(value) => set(field, value)} />
);
