import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { documentWords } from '@tongcheng/shared/reports/words';
import type { Day } from '@tongcheng/shared/time';
import { legalGrounds, tracingPurposes } from '@tongcheng/shared/tracing/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FormDrawer } from '../../kit/form-drawer';
import { ChoiceField } from '../../ui/choice-field';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { type CaseForm, emptyCase, isBackwards, isReady, isWrongNumber, openingFailure, openingOf } from './case-form';
import { casePurposeTexts, lawTexts } from './meaning-texts';
import { tracingTexts as texts } from './texts';

interface Props {
  readonly today: Day;
  readonly onOpened: (caseId: string) => void;
  readonly onClose: () => void;
}

interface FieldsProps {
  readonly form: CaseForm;
  readonly set: (changed: Partial<CaseForm>) => void;
  readonly today: Day;
}

const CaseFields = ({ form, set }: Omit<FieldsProps, 'today'>) => {
  const { say } = useSpeech();
  return (
    <>
      <TextField
        label={say(texts.number)}
        name="case-number"
        value={form.number}
        onChange={(number) => set({ number })}
        maxLength={40}
        autoComplete="off"
        hint={say(texts.numberHint)}
        fault={isWrongNumber(form.number) ? say(texts.numberWrong) : undefined}
      />
      <ChoiceField
        label={say(texts.law)}
        name="law"
        hint={say(texts.lawHint)}
        value={form.legalBasis}
        onChange={(legalBasis) => set({ legalBasis })}
        choices={legalGrounds.map((value) => ({ value, label: say(lawTexts[value]) }))}
      />
      <ChoiceField
        label={say(texts.purpose)}
        name="purpose"
        hint={say(texts.purposeHint)}
        value={form.purpose}
        onChange={(purpose) => set({ purpose })}
        choices={tracingPurposes.map((value) => ({ value, label: say(casePurposeTexts[value]) }))}
      />
    </>
  );
};

/** The full hours of a day, from the first that may be chosen. */
const hourChoices = (first: number) =>
  Array.from({ length: 24 }, (_, at) => ({ value: `${at + first}`, label: `${at + first}:00` }));

const PeriodFields = ({ form, set, today }: FieldsProps) => {
  const { say } = useSpeech();
  return (
    <>
      <TextField
        label={say(texts.periodFrom)}
        name="infectious-from"
        noHint="label-says-all"
        type="date"
        value={form.infectiousFrom}
        max={today}
        onChange={(infectiousFrom) => set({ infectiousFrom })}
      />
      <TextField
        label={say(texts.periodTo)}
        name="infectious-to"
        type="date"
        value={form.infectiousTo}
        max={today}
        onChange={(infectiousTo) => set({ infectiousTo })}
        hint={say(texts.periodHint)}
        fault={isBackwards(form) ? say(texts.periodWrong) : undefined}
      />
      <ChoiceField
        label={say(texts.hourFrom)}
        name="hour-from"
        hint={say(texts.hourHint)}
        value={form.fromHour}
        onChange={(fromHour) => set({ fromHour })}
        choices={[{ value: '', label: say(texts.wholeDay) }, ...hourChoices(0)]}
      />
      <ChoiceField
        label={say(texts.hourTo)}
        name="hour-to"
        noHint="said-above"
        value={form.toHour}
        onChange={(toHour) => set({ toHour })}
        choices={[{ value: '', label: say(texts.wholeDay) }, ...hourChoices(1)]}
      />
    </>
  );
};

const DocumentFields = ({ form, set }: Omit<FieldsProps, 'today'>) => {
  const { say } = useSpeech();
  return (
    <>
      <ChoiceField
        label={say(texts.documentKind)}
        name="document-kind"
        noHint="label-says-all"
        value={form.documentKind}
        onChange={(documentKind) => set({ documentKind })}
        choices={documentKinds.map((value) => ({ value, label: say(documentWords[value]) }))}
      />
      <TextField
        label={say(texts.documentNumber)}
        name="document-number"
        value={form.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        maxLength={60}
        autoComplete="off"
        hint={say(texts.documentHint)}
      />
    </>
  );
};

/** opens a case. Who the index rider is is typed once, goes with the drawer, and is shown nowhere again. */
export const OpenCaseDrawer = ({ today, onOpened, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const { failure, isPending, run } = useMutation();
  const [form, setForm] = useState(() => emptyCase(today));
  const set = (changed: Partial<CaseForm>) => setForm({ ...form, ...changed });
  const open = async () => {
    const opened = await run((client) => client.call('tracing.open-case', openingOf(city, form)));
    if (opened) onOpened(opened.caseId);
  };
  return (
    <FormDrawer
      title={say(texts.openCase)}
      confirm={say(texts.openCase)}
      mutation={{ isPending, ...(failure && { failure: openingFailure(failure) }) }}
      isReady={isReady(form)}
      onConfirm={() => void open()}
      onClose={onClose}
    >
      <CaseFields form={form} set={set} />
      <PeriodFields form={form} set={set} today={today} />
      <DocumentFields form={form} set={set} />
      <p className="hint">{say(texts.openCaseNext)}</p>
    </FormDrawer>
  );
};
