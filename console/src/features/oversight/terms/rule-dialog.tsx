import type { Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { modes } from '@tongcheng/shared/venues/kinds';
import { requirements } from '@tongcheng/shared/venues/requirements';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { TimeRange } from '../../../kit/time-range';
import { Checkboxes } from '../../../ui/checkboxes';
import { ChoiceField } from '../../../ui/choice-field';
import { DraftNote } from '../../../ui/draft-note';
import { useKeptForm } from '../../../ui/drafts';
import type { FieldHelp } from '../../../ui/field';
import { useSpeech } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { TextField } from '../../../ui/text-field';
import { sidesOf } from './compared-lines';
import { ComparisonTable } from './comparison-table';
import { formOf, type RuleForm, ruleDrafts, ruleOf, testUnits } from './rule-form';
import { RulePlaceChoice } from './rule-place-choice';
import { RulePreviewTable } from './rule-preview-table';
import { useRuleWords } from './rule-words';
import { requirementTexts, ruleTexts, termsTexts, testUnitTexts } from './terms-texts';

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
  const words = useRuleWords();
  const { say } = words;
  const mutation = useMutation();
  const { session } = useOfficial();
  const key = `${session.officialId} ${city} ${rule?.ruleId ?? ''}`;
  const { form, set, drop, ...kept } = useKeptForm(ruleDrafts, key, () => formOf(rule, now));
  const proposed = ruleOf(form, city, rules);
  const propose = async () => {
    if (!proposed) return;
    const input = { city, change: { kind: 'set' as const, rule: proposed }, reason: plainText(form.reason) };
    if (!(await mutation.run((client) => client.call('oversight.propose-rule', input)))) return;
    drop();
    onDone();
  };
  return (
    <FormDrawer
      title={say(rule ? termsTexts.change : ruleTexts.add)}
      confirm={say(ruleTexts.propose)}
      mutation={mutation}
      isReady={proposed !== undefined && plainText(form.reason) !== ''}
      isWide
      onConfirm={() => void propose()}
      onClose={onClose}
    >
      <DraftNote {...kept} />
      {!rule && (
        <Typed
          label={say(ruleTexts.ruleId)}
          hint={say(ruleTexts.ruleIdHint)}
          field="ruleId"
          {...{ form, set }}
          maxLength={60}
          fault={/^[a-z0-9-]*$/.test(form.ruleId) ? undefined : say(ruleTexts.ruleIdFault)}
        />
      )}
      <RulePlaceFields {...{ form, set }} />
      <Checkboxes
        label={say(ruleTexts.requires)}
        hint={say(ruleTexts.requiresHint)}
        choices={requirements.map((each) => ({ value: each, label: say(requirementTexts[each]) }))}
        chosen={form.requires}
        onChange={(requires) => set({ requires })}
      />
      {form.requires.includes('negative-test') && <TestAgeFields {...{ form, set }} />}
      <TimeRange
        label={say(termsTexts.shownFrom)}
        from={form.from}
        to={form.to}
        isOpenEnded
        onRange={(from, to) => set({ from, to })}
      />
      <Typed
        label={`${say(ruleTexts.told)} · ${say(termsTexts.zh)}`}
        field="zh"
        {...{ form, set }}
        maxLength={200}
        hint={say(ruleTexts.toldHint)}
      />
      <Typed
        label={`${say(ruleTexts.told)} · ${say(termsTexts.en)}`}
        field="en"
        {...{ form, set }}
        maxLength={300}
        hint={say(ruleTexts.toldEnglishHint)}
      />
      <Typed
        label={say(ruleTexts.reason)}
        field="reason"
        {...{ form, set }}
        maxLength={200}
        hint={say(ruleTexts.reasonHint)}
      />
      {proposed && (
        <>
          <ComparisonTable {...sidesOf(rules, { kind: 'set', rule: proposed }, words)} />
          <RulePreviewTable rules={rules} change={{ kind: 'set', rule: proposed }} />
        </>
      )}
    </FormDrawer>
  );
};

interface FormProps {
  readonly form: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
}

const RulePlaceFields = ({ form, set }: FormProps) => {
  const { say } = useSpeech();
  const all = { value: 'all', label: say(ruleTexts.everyMode) } as const;
  return (
    <>
      <ChoiceField
        label={say(ruleTexts.mode)}
        name="mode"
        noHint="label-says-all"
        value={form.mode}
        onChange={(mode) => set({ mode })}
        choices={[all, ...modes.map((mode) => ({ value: mode, label: say(modeTexts[mode]) }))]}
      />
      <RulePlaceChoice {...{ form, set }} />
    </>
  );
};

/** How old the test may be, and in what that is counted. */
const TestAgeFields = ({ form, set }: FormProps) => {
  const { say } = useSpeech();
  return (
    <>
      <Typed label={say(ruleTexts.testAge)} field="testAge" {...{ form, set }} maxLength={3} noHint="label-says-all" />
      <ChoiceField
        label={say(ruleTexts.testUnit)}
        name="testUnit"
        noHint="label-says-all"
        value={form.testUnit}
        onChange={(testUnit) => set({ testUnit })}
        choices={testUnits.map((unit) => ({ value: unit, label: say(testUnitTexts[unit]) }))}
      />
    </>
  );
};

type TypedField = Exclude<
  keyof RuleForm,
  'testUnit' | 'mode' | 'lineId' | 'venueId' | 'places' | 'requires' | 'from' | 'to'
>;

type TypedProps = FormProps &
  FieldHelp & {
    readonly label: string;
    readonly field: TypedField;
    readonly fault?: string | undefined;
    readonly maxLength?: number;
  };

const Typed = ({ field, form, set, ...rest }: TypedProps) => (
  <TextField {...rest} name={field} value={form[field]} onChange={(value) => set({ [field]: value })} />
);
