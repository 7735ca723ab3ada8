import { dayOf, type Instant } from '@tongcheng/shared/time';
import { type MeasureKind, traceExtractPurposes, traceRecipients } from '@tongcheng/shared/tracing/measures';
import { certainties } from '@tongcheng/shared/tracing/traced-ride';
import { legalGrounds } from '@tongcheng/shared/tracing/wire';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { ChoiceField } from '../../../ui/choice-field';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { type Say, useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { certaintyTexts, lawTexts } from '../meaning-texts';
import { tracingTexts } from '../texts';
import { emptyMeasure, fieldsOfMeasure, isMeasureReady, type MeasureForm, measureFrom } from './measure-form';
import {
  measureAskTexts,
  measureTexts,
  measuresTexts as texts,
  tracePurposeTexts,
  traceRecipientTexts,
} from './measure-texts';

interface FieldProps {
  readonly form: MeasureForm;
  readonly set: (changed: Partial<MeasureForm>) => void;
}

const TypedField = ({ form, set, field }: FieldProps & { readonly field: 'reason' | 'receiver' | 'until' }) => {
  const { say } = useSpeech();
  return (
    <TextField
      label={say(texts[field])}
      name={`measure-${field}`}
      hint={say(texts[`${field}Hint`])}
      value={form[field]}
      onChange={(value) => set({ [field]: value })}
      {...(field === 'until' ? { type: 'date' as const } : { maxLength: field === 'receiver' ? 80 : 200 })}
      autoComplete="off"
    />
  );
};

const choices = <V extends string>(values: readonly V[], label: (value: V) => string) =>
  values.map((value) => ({ value, label: label(value) }));

const atLeastLabel = (value: (typeof certainties)[number], say: Say) =>
  say(texts.atLeastOf, { certainty: say(certaintyTexts[value]) });

const ChosenField = ({
  form,
  set,
  field,
}: FieldProps & { readonly field: 'atLeast' | 'legalBasis' | 'recipient' | 'purpose' }) => {
  const { say } = useSpeech();
  switch (field) {
    case 'atLeast':
      return (
        <ChoiceField
          label={say(texts.atLeast)}
          name="at-least"
          hint={say(texts.atLeastHint)}
          value={form.atLeast}
          onChange={(atLeast) => set({ atLeast })}
          choices={choices(certainties, (value) => atLeastLabel(value, say))}
        />
      );
    case 'legalBasis':
      return (
        <ChoiceField
          label={say(tracingTexts.law)}
          name="measure-law"
          hint={say(tracingTexts.lawHint)}
          value={form.legalBasis}
          onChange={(legalBasis) => set({ legalBasis })}
          choices={choices(legalGrounds, (value) => say(lawTexts[value]))}
        />
      );
    case 'recipient':
      return (
        <ChoiceField
          label={say(texts.recipient)}
          name="measure-recipient"
          noHint="label-says-all"
          value={form.recipient}
          onChange={(recipient) => set({ recipient })}
          choices={choices(traceRecipients, (value) => say(traceRecipientTexts[value]))}
        />
      );
    case 'purpose':
      return (
        <ChoiceField
          label={say(texts.purpose)}
          name="measure-purpose"
          noHint="label-says-all"
          value={form.purpose}
          onChange={(purpose) => set({ purpose })}
          choices={choices(traceExtractPurposes, (value) => say(tracePurposeTexts[value]))}
        />
      );
  }
};

const Field = ({ field, ...rest }: FieldProps & { readonly field: keyof MeasureForm }) =>
  field === 'reason' || field === 'receiver' || field === 'until' ? (
    <TypedField field={field} {...rest} />
  ) : (
    <ChosenField field={field} {...rest} />
  );

interface Props {
  readonly kind: MeasureKind;
  readonly caseId: string;
  readonly now: Instant;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for a measure: what an approval will do, and what has to be said of it. */
export const AskMeasureDialog = ({ kind, caseId, now, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [form, setForm] = useState(() => emptyMeasure(dayOf(now)));
  const ask = async () => {
    const measure = measureFrom(kind, form);
    if (await mutation.run((client) => client.call('tracing.ask-measure', { caseId, measure }))) onDone();
  };
  return (
    <ConfirmDialog
      title={say(measureTexts[kind])}
      confirm={say(texts.ask)}
      mutation={mutation}
      isReady={isMeasureReady(kind, form)}
      onConfirm={() => void ask()}
      onClose={onClose}
    >
      <p>{say(measureAskTexts[kind])}</p>
      {fieldsOfMeasure[kind].map((field) => (
        <Field key={field} field={field} form={form} set={(changed) => setForm({ ...form, ...changed })} />
      ))}
    </ConfirmDialog>
  );
};
