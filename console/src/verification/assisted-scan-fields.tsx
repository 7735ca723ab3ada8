import { groupedDigits } from '@tongcheng/shared/grouped-digits';
import { rightKind } from '@tongcheng/shared/identity/documents/check-document';
import { documentKindNames } from '@tongcheng/shared/identity/documents/kind-names';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { shownProofs } from '@tongcheng/shared/rides/assisted-scan';
import { type StatusColour, statusColours } from '@tongcheng/shared/status-colours';
import type { Text } from '@tongcheng/shared/text';
import type { ReactNode } from 'react';
import { ChoiceField } from '../ui/choice-field';
import { useSpeech } from '../ui/language';
import { TextField } from '../ui/text-field';
import type { AssistedScanForm, FormFaults } from './assisted-scan-form';
import { assistedScanTexts } from './assisted-scan-texts';

interface Props {
  readonly form: AssistedScanForm;
  readonly faults: FormFaults;
  readonly onChange: (part: Partial<AssistedScanForm>) => void;
}

/** Whom: the number first, for whoever has a reader; what it is a number of stays as it was last. */
export const AssistedRiderFields = ({ form, faults, onChange }: Props) => {
  const { say } = useSpeech();
  const isCard = form.means === 'card';
  const right = form.means === 'card' ? undefined : rightKind(form.means, form.number);
  const means = [...documentKinds, 'card' as const].map((value) => ({
    value,
    label: say(value === 'card' ? assistedScanTexts.card : documentKindNames[value]),
  }));
  const inGroups = groupedDigits(form.number);
  const about = isCard
    ? { label: say(assistedScanTexts.cardNumber), hint: say(assistedScanTexts.cardHint) }
    : { label: say(assistedScanTexts.number), hint: say(assistedScanTexts.numberHint) };
  // A long number once more in groups, to be compared with the document in the hand.
  const number = inGroups === form.number ? about : { ...about, hint: inGroups };
  return (
    <>
      <TextField
        {...number}
        {...typed}
        name="entry-number"
        value={form.number}
        onChange={(value) => onChange({ number: value })}
        maxLength={60}
        fault={faults.number && say(faults.number)}
      />
      <ChoiceField
        label={say(assistedScanTexts.by)}
        name="entry-means"
        noHint="label-says-all"
        value={form.means}
        choices={means}
        onChange={(value) => onChange({ means: value })}
      />
      {right !== undefined && (
        <button type="button" className="quiet" data-part="right-kind" onClick={() => onChange({ means: right })}>
          {say(assistedScanTexts.rightKind, { kind: say(documentKindNames[right]) })}
        </button>
      )}
      {!isCard && <HolderFields form={form} faults={faults} onChange={onChange} />}
    </>
  );
};

const typed = { autoComplete: 'off', optional: true } as const;

/** What stands on a document beside its number, and whom to call. */
const HolderFields = ({ form, faults, onChange }: Props) => {
  const { say } = useSpeech();
  return (
    <>
      <TextField
        label={say(assistedScanTexts.name)}
        hint={say(assistedScanTexts.nameHint)}
        {...typed}
        name="entry-name"
        value={form.name}
        onChange={(value) => onChange({ name: value })}
        maxLength={80}
        fault={faults.name && say(faults.name)}
      />
      <TextField
        label={say(assistedScanTexts.phone)}
        hint={say(assistedScanTexts.phoneHint)}
        {...typed}
        name="entry-phone"
        inputMode="tel"
        value={form.phone}
        onChange={(value) => onChange({ phone: value })}
        maxLength={30}
        fault={faults.phone && say(faults.phone)}
      />
    </>
  );
};

/** W-19: what they show in place of a code of their own, and in a taxi how many ride. */
export const ShownProofFields = ({ form, faults, onChange, isTaxi }: Props & { readonly isTaxi: boolean }) => {
  const { say } = useSpeech();
  const proofs = (['not-shown', ...shownProofs] as const).map((value) => ({
    value,
    label: say(assistedScanTexts[value]),
  }));
  const sizes = ['1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value }));
  return (
    <>
      <ChoiceField
        label={say(assistedScanTexts.shown)}
        name="entry-proof"
        noHint="label-says-all"
        value={form.proof}
        choices={proofs}
        onChange={(proof) => onChange({ proof })}
      />
      {isTaxi && (
        <ChoiceField
          label={say(assistedScanTexts.party)}
          name="entry-party"
          noHint="label-says-all"
          value={String(form.party)}
          choices={sizes}
          onChange={(size) => onChange({ party: Number(size) })}
        />
      )}
      {form.proof !== 'not-shown' && (
        <FieldWithFault fault={faults.colour}>
          <ColourChoice chosen={form.colour} onChoose={(colour) => onChange({ colour })} />
        </FieldWithFault>
      )}
    </>
  );
};

interface ColourProps {
  readonly chosen: StatusColour | undefined;
  readonly onChoose: (colour: StatusColour) => void;
}

const ColourChoice = ({ chosen, onChoose }: ColourProps) => {
  const { say } = useSpeech();
  return (
    <fieldset className="colour-choice">
      <legend>{say(assistedScanTexts.colour)}</legend>
      {statusColours.map((colour) => (
        <label key={colour}>
          <input
            type="radio"
            name="entry-colour"
            value={colour}
            checked={colour === chosen}
            onChange={() => onChoose(colour)}
          />
          <span>{say(assistedScanTexts[colour])}</span>
        </label>
      ))}
      <p className="hint">{say(assistedScanTexts.shownHint)}</p>
    </fieldset>
  );
};

/** A field with what is wrong about it below. */
const FieldWithFault = ({ fault, children }: { readonly fault: Text | undefined; readonly children: ReactNode }) => {
  const { say } = useSpeech();
  return (
    <div className="told-field">
      {children}
      {fault && (
        <p className="field-fault" role="alert">
          {say(fault)}
        </p>
      )}
    </div>
  );
};
